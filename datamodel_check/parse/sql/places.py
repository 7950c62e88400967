"""Offsets of characters → spans of bytes and lines."""

from bisect import bisect_right

from datamodel_check.model.location import Span


class Places:
    """Where things stand in a script. Asked in order, it counts every byte once."""

    def __init__(self, text: str, offset: int = 0) -> None:
        self._text = text
        self._ascii = text.isascii()
        self._offset = offset
        """Bytes before the text: the byte order mark."""
        self._lines = [0]
        position = text.find("\n")
        while position >= 0:
            self._lines.append(position + 1)
            position = text.find("\n", position + 1)
        self._known = (0, 0)

    def span(self, start: int, end: int) -> Span:
        first = self._byte(start)
        return Span(first, self._byte(end), bisect_right(self._lines, start))

    def _byte(self, position: int) -> int:
        if self._ascii:
            return position + self._offset
        character, byte = self._known if self._known[0] <= position else (0, 0)
        byte += len(self._text[character:position].encode("utf-8", "surrogatepass"))
        self._known = (position, byte)
        return byte + self._offset
