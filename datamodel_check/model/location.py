"""Where something stands in a file."""

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a file: byte offsets `[start, end)` and the 1-based line on which it starts."""

    start: int
    end: int
    line: int


class Location(NamedTuple):
    """A span in a file; `path` is relative to the repository's root, with forward slashes."""

    path: str
    span: Span

    @property
    def line(self) -> int:
        return self.span.line

    def __str__(self) -> str:
        return f"{self.path}:{self.span.line}"


NOWHERE = Span(0, 0, 1)
"""The beginning of a file: for what concerns the file as a whole."""
