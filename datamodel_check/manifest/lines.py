"""The lines of a document that stand in the open: not in a fence, a comment, raw HTML, front matter or indented code.

One pass over the lines, following the block structure of CommonMark (https://spec.commonmark.org/0.31.2/) as far as it
decides whether an HTML comment at the beginning of a line is one.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from datamodel_check.model.location import Span

BOM = b"\xef\xbb\xbf"


class Line(NamedTuple):
    """A line without its ending, and what it is or opens. `level` is a heading's."""

    kind: Literal["text", "heading", "comment", "fence", "raw"]
    span: Span
    text: bytes
    level: int = 0


DEEPEST = 3
"""What is indented further is code, or belongs to a list item."""


class Fence(NamedTuple):
    """An open fence; it ends early with the block quote or the list item that it stands in."""

    mark: bytes
    quoted: bool
    indent: int

    def ends_before(self, text: bytes) -> bool:
        if self.quoted:
            return not text.lstrip().startswith(b">")
        return bool(text.strip()) and indentation(text) < self.indent

    def ends_with(self, text: bytes) -> bool:
        if self.quoted:
            text = text.lstrip(b" \t>")
        bare = text.strip()
        is_mark = len(bare) >= len(self.mark) and not bare.strip(self.mark[:1])
        return is_mark and indentation(text) - self.indent <= DEEPEST


class Raw(NamedTuple):
    """A comment, `<pre>`, front matter …: it ends with the line in which `end` is found."""

    end: re.Pattern[bytes]

    def ends_before(self, text: bytes) -> bool:  # noqa: ARG002
        return False

    def ends_with(self, text: bytes) -> bool:
        return self.end.search(text) is not None


FENCE = re.compile(rb"[ \t]*(?P<containers>(?:>[ \t]?)*)(?P<mark>`{3,}(?=[^`]*$)|~{3,})")
LIST_ITEM = re.compile(rb"[ \t]*(?P<mark>[-*+]|\d{1,9}[.)])(?:(?P<gap>[ \t]+)|$)")
HEADING = re.compile(rb" {0,3}(#{1,6})(?:[ \t]|$)")
UNDERLINE = re.compile(rb" {0,3}(?:(=+)|-+)[ \t]*$")
COMMENT = re.compile(rb" {0,3}(?:<!--.*?-->|\{/\*.*?\*/\})[ \t]*$")
PARAGRAPH = re.compile(rb" {0,3}[^ \t>|<{#]")
VERBATIM = (
    re.compile(rb"(?i) {0,3}<(?:pre|script|style|textarea)(?:[ \t>]|$)(?!.*</(?:pre|script|style|textarea)>)"),
    Raw(re.compile(rb"(?i)</(?:pre|script|style|textarea)>")),
)
RAW = {
    False: (VERBATIM, (re.compile(rb" {0,3}<!--(?!.*?-->)"), Raw(re.compile(rb"-->")))),
    True: (VERBATIM, (re.compile(rb" {0,3}\{/\*(?!.*?\*/)"), Raw(re.compile(rb"\*/")))),
}
"""What begins a stretch of raw text and what ends it, in Markdown and in MDX."""
FRONT_MATTER = {b"---": Raw(re.compile(rb"^(?:---|\.\.\.)[ \t]*$")), b"+++": Raw(re.compile(rb"^\+\+\+[ \t]*$"))}


def open_lines(content: bytes, *, mdx: bool = False, skipped: tuple[Span, ...] = ()) -> Iterator[Line]:
    """The lines of `content` that stand in the open and are not blank, and the opening lines of what does not.

    Lines in `skipped` are passed over as if they were not there.
    """
    inside: Fence | Raw | None = None
    lists: list[int] = []
    paragraph = False
    for text, span in split(content):
        if any(skip.start <= span.start < skip.end for skip in skipped):
            continue
        if inside is not None and not inside.ends_before(text):
            inside = None if inside.ends_with(text) else inside
            continue
        inside = _front_matter(text, span) or _fence(text, lists) or _raw(text, mdx=mdx)
        if inside is not None:
            paragraph = False
            yield Line("fence" if isinstance(inside, Fence) else "raw", span, text)
            continue
        line = _line(text, span, paragraph=paragraph)
        paragraph = line.kind == "text" and PARAGRAPH.match(text) is not None and not LIST_ITEM.match(text)
        if text.strip():
            yield line


def split(content: bytes) -> Iterator[tuple[bytes, Span]]:
    """The lines without their endings, and where they stand. A byte order mark belongs to no line."""
    start = len(BOM) if content.startswith(BOM) else 0
    for number, line in enumerate(content[start:].splitlines(keepends=True), 1):
        text = line.rstrip(b"\r\n")
        yield text, Span(start, start + len(text), number)
        start += len(line)


def indentation(text: bytes) -> int:
    expanded = text.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())


def _front_matter(text: bytes, span: Span) -> Raw | None:
    return FRONT_MATTER.get(text.rstrip()) if span.line == 1 else None


def _fence(text: bytes, lists: list[int]) -> Fence | None:
    """The fence that the line opens. `lists` holds how far the contents of the lists around the line are indented."""
    if not text.strip():
        return None
    text = text.expandtabs(4)
    while lists and indentation(text) < lists[-1]:
        lists.pop()
    start = lists[-1] if lists else 0
    while (item := LIST_ITEM.match(text, start)) and indentation(text[start:]) <= DEEPEST:
        is_code = len(item["gap"] or b"") > DEEPEST + 1
        start = item.end("mark") + 1 if is_code or item["gap"] is None else item.end()
        lists.append(start)
    opening = FENCE.match(text, start)
    if opening is None or indentation(text[start:]) > DEEPEST:
        return None
    return Fence(opening["mark"], b">" in opening["containers"], start)


def _raw(text: bytes, *, mdx: bool) -> Raw | None:
    return next((raw for start, raw in RAW[mdx] if start.match(text)), None)


def _line(text: bytes, span: Span, *, paragraph: bool) -> Line:
    if heading := HEADING.match(text):
        return Line("heading", span, text, len(heading[1]))
    if paragraph and (underline := UNDERLINE.match(text)):
        return Line("heading", span, text, 1 if underline[1] else 2)
    return Line("comment" if COMMENT.match(text) else "text", span, text)
