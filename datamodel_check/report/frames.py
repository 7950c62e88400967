"""Where in its file a span stands, for readers: lines, columns and the text around."""

from collections.abc import Mapping
from typing import NamedTuple

from datamodel_check.markdown.escaping import INVISIBLE
from datamodel_check.model.location import Location


class Frame(NamedTuple):
    """One line of a file; `column` and `end` (exclusive) are 1-based characters of the span on that line."""

    line: int
    column: int
    end: int
    text: str


def frame(location: Location, texts: Mapping[str, bytes]) -> Frame | None:
    """The line on which a location starts; None where the file is not at hand, or the line is empty."""
    content = texts.get(location.path)
    if content is None:
        return None
    span = location.span
    start = content.rfind(b"\n", 0, span.start) + 1
    stop = content.find(b"\n", span.start)
    line = content[start : len(content) if stop < 0 else stop].rstrip(b"\r")
    if not line.strip():
        return None
    before = len(_shown(line[: span.start - start]))
    inside = len(_shown(line[span.start - start : span.end - start]))
    return Frame(span.line, before + 1, before + 1 + max(inside, 1), _shown(line))


def _shown(part: bytes) -> str:
    """Character for character, so that columns hold: indentation stays, and what cannot be seen is written out."""
    return INVISIBLE.sub(lambda found: f"\\u{ord(found[0]):04x}", part.decode("utf-8", "replace").replace("\t", "    "))
