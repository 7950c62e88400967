"""Git's conflict markers in a document.

A conflicted document is read as "our" side has it. A conflict that stands in a section, or that begins there and holds
the section's closing line on both sides, belongs to the section; a generated one is then generated anew as a whole.
"""

import re
from typing import NamedTuple

from datamodel_check.model.location import Span

MARKER = re.compile(rb"^(?:[<>|]{7}(?: .*)?|={7})\r?$", re.MULTILINE)
CONFLICT = re.compile(
    rb"^<{7}(?: .*)?\n(?P<ours>(?:.*\n)*?)(?:\|{7}(?: .*)?\n(?:.*\n)*?)?"
    rb"={7}\r?\n(?P<theirs>(?:.*\n)*?)>{7}(?: [^\r\n]*)?",
    re.MULTILINE,
)


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
    if b"<<<<<<<" not in content:
        return ()
    return tuple(_conflict(content, match) for match in CONFLICT.finditer(content))


def has_markers(text: bytes) -> bool:
    """Whether there is any marker, also one that a half-done resolution left behind."""
    return MARKER.search(text) is not None


def _conflict(content: bytes, match: re.Match[bytes]) -> Conflict:
    line = content.count(b"\n", 0, match.start()) + 1
    ours, theirs = (Span(match.start(side), match.end(side), line) for side in ("ours", "theirs"))
    return Conflict(Span(match.start(), match.end(), line), ours, theirs)
