"""What people wrote in a document, heading by heading: the stretches of prose that a section could be put around."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from datamodel_check.manifest.lines import BOM, FRONT_MATTER, HEADING, Line, open_lines
from datamodel_check.manifest.prose import Sentence, sentences
from datamodel_check.model.document import Document
from datamodel_check.model.location import Span

DIRECTIVE = re.compile(rb"[ \t]*(?:<!--|\{/\*)[ \t]*datamodel:")


class Passage(NamedTuple):
    """The prose below a heading, as far as no section holds it; `above` are the headings that this one stands under."""

    title: str
    above: tuple[str, ...]
    span: Span
    sentences: tuple[Sentence, ...]


class _Cut(NamedTuple):
    """What no passage goes across: a heading, a section, a directive."""

    start: int
    end: int
    title: str | None = None
    level: int = 0


def passages(document: Document) -> Iterator[Passage]:
    """The passages in order. `span` runs from the first line that is not blank to the end of the last one."""
    titles: dict[int, str] = {}
    current = 0
    cuts = [*sorted(_cuts(document)), _Cut(len(document.content), len(document.content))]
    position = len(BOM) if document.content.startswith(BOM) else 0
    for cut in cuts:
        span = _trimmed(document.content, position, cut.start)
        if span is not None and (found := sentences(document, span)):
            above = tuple(title for level, title in sorted(titles.items()) if level < current)
            yield Passage(titles.get(current, ""), above, span, found)
        if cut.title is not None:
            current = cut.level
            titles = {level: title for level, title in titles.items() if level < current} | {current: cut.title}
        position = max(position, cut.end)


def _cuts(document: Document) -> Iterator[_Cut]:
    inside = [(section.opening.start, max(section.closing.end, section.body.end)) for section in document.sections]
    yield from (_Cut(start, end) for start, end in inside)
    before: Line | None = None
    for line in open_lines(document.content, mdx=document.mdx):
        if line.kind == "heading" and not any(start < line.span.start < end for start, end in inside):
            yield _heading(line, before)
        elif line.kind == "comment" and DIRECTIVE.match(line.text):
            yield _Cut(line.span.start, line.span.end)
        elif line.kind == "raw" and line.text.rstrip() in FRONT_MATTER:
            yield _front_matter(document, line)
        before = line


def _heading(line: Line, before: Line | None) -> _Cut:
    """A heading by `#`; or by an underline, of which the line before is the text."""
    if HEADING.match(line.text) or before is None:
        return _Cut(line.span.start, line.span.end, _text(line.text.strip().strip(b"#")), line.level)
    return _Cut(before.span.start, line.span.end, _text(before.text), line.level)


def _front_matter(document: Document, line: Line) -> _Cut:
    closing = re.compile(rb"^" + re.escape(line.text.rstrip()) + rb"[ \t]*\r?$", re.MULTILINE)
    found = closing.search(document.content, line.span.end)
    return _Cut(line.span.start, found.end() if found else len(document.content))


def _text(text: bytes) -> str:
    return text.decode("utf-8", "replace").strip()


def _trimmed(content: bytes, start: int, end: int) -> Span | None:
    """The whole lines in a stretch, without blank ones around them; None where there are none."""
    bare = content[start:end].strip()
    if not bare:
        return None
    begin = content.index(bare, start)
    first = max(start, content.rfind(b"\n", 0, begin) + 1)
    last = begin + len(content[begin:end].rstrip())
    ending = _LINE_END.search(content, last)
    return Span(first, ending.start() if ending else last, len(content[:begin].splitlines()) + 1)


_LINE_END = re.compile(rb"[\r\n]|\Z")
