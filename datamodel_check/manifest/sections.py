"""A document's sections, found by their opening and closing lines.

An opening line without a closing one begins a *new* section, which `--fix` fills in right below it. But where the text
below looks generated (a table, a fence, a guard comment) the closing line got lost, and filling in the section would
leave the old text standing as if a person had written it: that is an error, and nothing is touched.
"""

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from datamodel_check.manifest import codec
from datamodel_check.manifest.conflicts import find_conflicts, settle
from datamodel_check.manifest.directives import OPENING, Directive, find_directives
from datamodel_check.manifest.ignores import find_ignores
from datamodel_check.manifest.lines import Line, open_lines
from datamodel_check.manifest.values import find_values
from datamodel_check.model.document import Argument, Document, Entry, Problem, Section
from datamodel_check.model.location import Span

GENERATED = re.compile(rb"[ \t]*(?:\||(?:<!--|\{/\*)[ \t]*(?:prettier|dprint|markdownlint|rumdl)-)")


def read(path: str, content: bytes) -> Document:
    """The document's sections, and what is wrong with its directives. Never raises."""
    newline = "\r\n" if content.count(b"\r\n") * 2 > content.count(b"\n") else "\n"
    document = Document(path, content, (), (), newline)
    if b"datamodel:" not in content:
        return document
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return document._replace(problems=(_not_utf8(content, error.start),))
    return _read(document)


def _read(document: Document) -> Document:
    conflicts = find_conflicts(document.content)
    unread = tuple(span for conflict in conflicts for span in conflict.unread)
    problems: list[Problem] = []
    every = open_lines(document.content, mdx=document.mdx, skipped=unread)
    values, lines = find_values(every, problems)
    directives = tuple(find_directives(lines, mdx=document.mdx))
    problems += (directive.problem for directive in directives if directive.problem)
    paired = [*_pair(_without_whole(directives), problems), *_whole(document, directives, problems)]
    settled = settle(document.content, paired, directives, conflicts, problems)
    _find_duplicates(settled, problems)
    headings = _headings(lines, paired)
    sections = [section._replace(depth=_depth(section, headings)) for section in settled]
    return document._replace(
        ignores=tuple(find_ignores(document.content, directives, sections, problems)),
        values=values,
        sections=tuple(sorted(sections, key=lambda section: section.opening)),
        problems=tuple(sorted(problems, key=lambda problem: problem.span)),
    )


def _not_utf8(content: bytes, offset: int) -> Problem:
    span = Span(offset, offset + 1, content.count(b"\n", 0, offset) + 1)
    message = f"this is not UTF-8: the byte 0x{content[offset]:02x} means nothing here"
    return Problem("malformed", message, span, "Save the document as UTF-8.")


# --- opening and closing lines ---------------------------------------------------------------------------------------


def _pair(directives: Iterable[Directive], problems: list[Problem]) -> list[Section]:
    """Every closing line belongs to the nearest opening line above that has none yet."""
    waiting: list[Directive] = []
    sections: list[Section] = []
    for directive in directives:
        if directive.word in OPENING:
            waiting.append(directive)
        elif directive.word == "end" and waiting:
            opening = waiting.pop()
            inner = _inside(opening, sections)
            problems += (_nested(section, opening) for section in inner)
            if not inner and opening.problem is None:
                sections.append(_section(opening, directive, problems))
        elif directive.word == "end":
            problems.append(_unopened(directive))
    for opening in waiting:
        if opening.problem is None and _is_new(opening):
            sections.append(_section(opening, None, problems))
        elif opening.problem is None:
            problems.append(_unclosed(opening))
    return sections


def _inside(opening: Directive, sections: Sequence[Section]) -> list[Section]:
    """The latest sections, as far as they begin below an opening line."""
    return list(takewhile(lambda section: section.opening > opening.span, reversed(sections)))


def _section(opening: Directive, closing: Directive | None, problems: list[Problem]) -> Section:
    """The section between two lines; a new one has its empty body and closing line at its opening line's end."""
    name, *arguments = opening.arguments
    end = Span(opening.span.end, opening.span.end, opening.span.line)
    close = closing.span if closing else end
    return Section(
        kind="view" if opening.word == "begin" else "review",
        name=name.value,
        arguments=tuple(arguments),
        opening=opening.span,
        body=Span(end.start, close.start, end.line),
        closing=close,
        entry=_entry(closing, problems) if closing and closing.problem is None else None,
    )


def _entry(closing: Directive, problems: list[Problem]) -> Entry | None:
    try:
        return codec.read(closing.arguments)
    except codec.NewerEntryError as error:
        problems.append(Problem("newer", str(error), closing.span, error.hint))
    except codec.EntryError as error:
        problems.append(Problem("entry", str(error), closing.span, error.hint))
    return None


def _is_new(opening: Directive) -> bool:
    below = opening.below
    if opening.word != "begin":
        return False
    return below is None or not (below.kind == "fence" or GENERATED.match(below.text))


def _title(directive: Directive) -> str:
    return " ".join(f"{a.name}={a.value}" if a.name else a.value for a in directive.arguments)


def _unclosed(opening: Directive) -> Problem:
    where = "the generated text below it ends" if opening.word == "begin" else "the prose that it covers ends"
    hint = f"Write `datamodel:end` in a comment of its own where {where}."
    return Problem("unclosed", f"`{_title(opening)}` has no closing line", opening.span, hint)


def _unopened(closing: Directive) -> Problem:
    hint = "Delete it, or write the opening line that it belongs to."
    return Problem("unopened", "this closing line belongs to no opening line", closing.span, hint)


def _nested(inner: Section, outer: Directive) -> Problem:
    message = f"`{inner.title}` begins inside `{_title(outer)}` (line {outer.span.line})"
    return Problem("nested", message, inner.opening, "Close the outer section before this line.")


# --- a whole document ------------------------------------------------------------------------------------------------

WHOLE = "document"
"""What the section of a document that is reviewed as a whole is called."""


def _without_whole(directives: Sequence[Directive]) -> Iterator[Directive]:
    """The others: the closing line of a whole document stands right below its opening line."""
    for before, directive in zip((None, *directives), directives, strict=False):
        if directive.word != "review-document" and not _closes_whole(before, directive):
            yield directive


def _closes_whole(opening: Directive | None, closing: Directive) -> bool:
    if opening is None or opening.word != "review-document" or closing.word != "end":
        return False
    return opening.below is not None and opening.below.span.line == closing.span.line


def _whole(document: Document, directives: Sequence[Directive], problems: list[Problem]) -> Iterator[Section]:
    """The document itself as a section, of which everything is the body."""
    for directive, after in zip(directives, (*directives[1:], None), strict=False):
        if directive.word != "review-document" or directive.problem is not None:
            continue
        closing = after if after is not None and _closes_whole(directive, after) else None
        named = directive._replace(arguments=(Argument(None, WHOLE), *directive.arguments))
        section = _section(named, closing, problems)
        end = Span(section.closing.end, len(document.content), section.closing.line)
        yield section._replace(kind="review", body=end)


# --- what needs all sections -----------------------------------------------------------------------------------------


def _find_duplicates(sections: Iterable[Section], problems: list[Problem]) -> None:
    seen: dict[tuple[str, str], Section] = {}
    for section in sorted(sections, key=lambda section: section.opening):
        title = section.name if section.kind == "review" else section.title
        first = seen.setdefault((section.kind, title), section)
        if first is not section:
            message = f"`{title}` stands in this document already (line {first.opening.line})"
            problems.append(Problem("duplicate", message, section.opening, "Delete one of the two sections."))


def _headings(lines: Iterable[Line], sections: Iterable[Section]) -> list[tuple[int, int]]:
    """Where the document's own headings stand, not those in generated text, and their levels."""
    bodies = sorted(section.body for section in sections if section.kind == "view")
    starts = [body.start for body in bodies]
    headings = []
    for line in lines:
        if line.kind == "heading":
            before = bisect(starts, line.span.start)
            if not before or bodies[before - 1].end <= line.span.start:
                headings.append((line.span.start, line.level))
    return headings


def _depth(section: Section, headings: list[tuple[int, int]]) -> int:
    """The level of the nearest heading above."""
    before = bisect(headings, (section.opening.start, 0))
    return headings[before - 1][1] if before else 0
