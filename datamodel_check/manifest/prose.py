"""What people wrote in a document, sentence by sentence: neither code blocks nor generated sections."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from datamodel_check.manifest.lines import LIST_ITEM, Line, open_lines
from datamodel_check.model.document import Document
from datamodel_check.model.location import Span

_END = re.compile(r"(?<=[.!?])[\"”)*_`]*\s+(?=[\"“(*_`\[]*[A-Z0-9`])|(?<=[:;])\s*$")
"""Between two sentences. `e.g. users` is no end: what follows begins with a capital letter, a digit or code."""

_COMMENT = re.compile(r"<!--.*?-->|\{/\*.*?\*/\}")

_ROW = re.compile(rb"[ \t]*\|")


class Sentence(NamedTuple):
    """A sentence, heading, list item or table row in Markdown, on one line; `span` is that of its first line."""

    text: str
    span: Span


def sentences(document: Document, part: Span | None = None) -> tuple[Sentence, ...]:
    """What stands in the open, in all of the document or in a part of it; generated text is left out."""
    generated = sorted(section.body for section in document.sections if section.kind == "view")
    lines = _open_lines(document.content, document.mdx)
    first, end = (bisect_left(lines, place, key=_start) for place in part[:2]) if part else (0, len(lines))
    mine = (line for line in lines[first:end] if not _is_generated(line, generated))
    return tuple(sentence for run in _runs(mine) for sentence in _split(run))


def code_words(document: Document) -> frozenset[str]:
    """The words of code blocks, and of all else that does not stand in the open."""
    rest = bytearray(document.content)
    for line in _open_lines(document.content, document.mdx):
        if line.kind in {"text", "heading"}:
            rest[line.span.start : line.span.end] = b" " * (line.span.end - line.span.start)
    return frozenset(re.findall(r"\w+", rest.decode("utf-8", "replace")))


@lru_cache(maxsize=8)
def _open_lines(content: bytes, mdx: bool) -> tuple[Line, ...]:  # noqa: FBT001 - a key of the cache
    """The lines of a document, of which passages are asked for one after the other."""
    return tuple(open_lines(content, mdx=mdx))


def _start(line: Line) -> int:
    return line.span.start


def _is_generated(line: Line, bodies: Sequence[Span]) -> bool:
    """Whether a line stands in one of these places, which are sorted: there may be hundreds of them."""
    before = bisect_right(bodies, line.span.start, key=attrgetter("start"))
    return before > 0 and line.span.start < bodies[before - 1].end


def _runs(lines: Iterator[Line]) -> Iterator[list[Line]]:
    """Lines that belong together: a paragraph, or alone a heading, a list item's first line, a row."""
    run: list[Line] = []
    for line in lines:
        begins = line.kind != "text" or LIST_ITEM.match(line.text) or _ROW.match(line.text)
        follows = run and line.span.line == run[-1].span.line + 1 and run[-1].kind == "text"
        if run and (begins or not follows):
            yield run
            run = []
        if line.kind in {"text", "heading"}:
            run.append(line)
    if run:
        yield run


def _split(run: list[Line]) -> Iterator[Sentence]:
    text = ""
    starts: list[tuple[int, Span]] = []
    for line in run:
        starts.append((len(text), line.span))
        text += _COMMENT.sub("", line.text.decode("utf-8", "replace")).strip() + " "
    position = 0
    for end in (*(match.end() for match in _END.finditer(text)), len(text)):
        words = text[position:end].strip()
        if words:
            yield Sentence(words, next(span for start, span in reversed(starts) if start <= position))
        position = end
