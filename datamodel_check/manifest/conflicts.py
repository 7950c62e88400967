"""Git's conflict markers in a document.

A conflicted document is read as "our" side has it. A conflict that stands in a section, or that begins there and holds
the section's closing line on both sides, belongs to the section; a generated one is then generated anew as a whole.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from datamodel_check.manifest.directives import Directive
from datamodel_check.manifest.syntax import MENTION
from datamodel_check.model.document import Problem, Section
from datamodel_check.model.location import Span

MARKER = re.compile(rb"(?:^|(?<=[\r\n]))(?:(?P<sign>[<>|])(?P=sign){6}(?: [^\r\n]*)?|={7})(?=[\r\n]|\Z)")
LINE_END = re.compile(rb"\r\n?|\n|\Z")


class Conflict(NamedTuple):
    """A conflict from its first to its last marker, and the spans of its two sides."""

    span: Span
    ours: Span
    theirs: Span

    @property
    def unread(self) -> tuple[Span, Span]:
        """The first marker's line, and all from the end of our side on."""
        return Span(self.span.start, self.ours.start, 0), Span(self.ours.end, self.span.end + 1, 0)


def find_conflicts(content: bytes) -> tuple[Conflict, ...]:
    """The conflicts that have all their markers, in order: `<<<<<<<`, perhaps `|||||||`, `=======`, `>>>>>>>`."""
    found = []
    seen: dict[bytes, re.Match[bytes]] = {}
    for marker in MARKER.finditer(content) if b"<<<<<<<" in content else ():
        sign = marker[0][:1]
        if sign == b"<":
            seen = {sign: marker}
        elif sign == b"=" or (sign == b"|" and b"=" not in seen):
            seen.setdefault(sign, marker)
        elif b"<" in seen and b"=" in seen:
            found.append(_conflict(content, seen[b"<"], seen.get(b"|", seen[b"="]), seen[b"="], marker))
            seen = {}
    return tuple(found)


def settle(
    content: bytes,
    sections: Iterable[Section],
    directives: Iterable[Directive],
    conflicts: Sequence[Conflict],
    problems: list[Problem],
) -> list[Section]:
    """The sections, conflicted ones marked and stretched over their conflicts.

    A conflict that cuts across sections is a problem, and these are left out: what they would say is not decided.
    """
    places = [directive.span.start for directive in directives]
    crossing = [conflict for conflict in conflicts if _holds_directives(content, conflict, places)]
    settled = []
    for section in sections:
        touching = [conflict for conflict in conflicts if _overlap(conflict, section)]
        if all(_belongs(content, conflict, section) for conflict in touching):
            crossing = [conflict for conflict in crossing if conflict not in touching]
            settled.append(_marked(content, section, touching))
        else:
            crossing += (conflict for conflict in touching if conflict not in crossing)
    problems += (Problem("conflict", CROSSING, conflict.span, RESOLVE) for conflict in crossing)
    return settled


CROSSING = "git's conflict markers stand around directives"
RESOLVE = "Resolve the conflict, then run `datamodel-check --fix`."


def _conflict(content: bytes, *markers: re.Match[bytes]) -> Conflict:
    first, after_ours, before_theirs, last = markers
    line = len(content[: first.start()].splitlines()) + 1
    ours = Span(_next_line(content, first), after_ours.start(), line)
    theirs = Span(_next_line(content, before_theirs), last.start(), line)
    return Conflict(Span(first.start(), last.end(), line), ours, theirs)


def _next_line(content: bytes, marker: re.Match[bytes]) -> int:
    end = LINE_END.search(content, marker.end())
    return end.end() if end else len(content)


def _overlap(conflict: Conflict, section: Section) -> bool:
    return conflict.span.start < section.closing.end and section.opening.start < conflict.span.end


def _holds_directives(content: bytes, conflict: Conflict, places: Iterable[int]) -> bool:
    ours = conflict.ours
    return any(ours.start <= place < ours.end for place in places) or bool(_mentions(content, conflict.theirs)[0])


def _belongs(content: bytes, conflict: Conflict, section: Section) -> bool:
    """Whether a conflict is about nothing but the section: its text, and on both sides or on neither its closing line.

    What stands behind a closing line is a person's.
    """
    if conflict.span.start < section.opening.end:
        return False
    ours, theirs = (_mentions(content, side) for side in (conflict.ours, conflict.theirs))
    return not (ours[0] or theirs[0]) or (ours[0] == [ours[1]] and theirs[0] == [theirs[1]])


def _mentions(content: bytes, side: Span) -> tuple[list[int], int]:
    """Which lines of a side are directives, and which is the last one that is not blank."""
    lines = content[side.start : side.end].decode().splitlines()
    found = [number for number, line in enumerate(lines) if MENTION.match(line.lstrip())]
    return found, max((number for number, line in enumerate(lines) if line.strip()), default=-1)


def _marked(content: bytes, section: Section, conflicts: Iterable[Conflict]) -> Section:
    """The section up to the last marker, without an entry where its closing line is in conflict."""
    end = max((conflict.span.end for conflict in conflicts), default=0)
    if end > section.closing.end:
        return section._replace(closing=section.closing._replace(end=end), entry=None, conflicted=True)
    body = content[section.body.start : section.body.end]
    return section._replace(conflicted=MARKER.search(body) is not None)
