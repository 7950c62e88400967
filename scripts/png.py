"""Pictures that carry the text they were made from, in a chunk of their own.

https://www.w3.org/TR/png-3/#11iTXt
"""

import struct
import zlib
from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
KEY = b"Source\0\0\0\0\0"
"""The keyword; then: not compressed, in no language, and the keyword is not translated."""


def with_source(picture: bytes, text: str) -> bytes:
    """The picture with the text in it, before its end."""
    end = picture.rindex(b"IEND") - 4
    return picture[:end] + _chunk(b"iTXt", KEY + text.encode()) + picture[end:]


def source(picture: bytes) -> str:
    """The text that a picture carries. Raises `LookupError` where it carries none."""
    for kind, data in _chunks(picture):
        if kind == b"iTXt" and data.startswith(KEY):
            return data.removeprefix(KEY).decode()
    raise LookupError("the picture does not say what it was made from")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _chunks(picture: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    while at < len(picture):
        (length,) = struct.unpack_from(">I", picture, at)
        yield picture[at + 4 : at + 8], picture[at + 8 : at + 8 + length]
        at += length + 12
