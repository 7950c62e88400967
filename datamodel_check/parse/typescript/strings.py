"""What string and number literals mean: ECMA-262, §12.9.3 and §12.9.4 (https://tc39.es/ecma262/#sec-literals-numeric-literals)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tree_sitter import Node

_SIMPLE = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_SURROGATES = re.compile("[\ud800-\udfff]")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_REPLACEMENT = "\ufffd"
_EXACT = 2**53 - 1
"""Above it, doubles have gaps: `Number.MAX_SAFE_INTEGER`."""
_LONGEST_INTEGER = 3_000
"""Python refuses to write integers of more than 4300 decimal digits."""


def cooked(content: bytes, node: Node) -> str:
    """The characters that a `string` node stands for."""
    raw = content[node.start_byte : node.end_byte]
    if b"\\" not in raw and raw[-1:] == raw[:1] and len(raw) > 1:
        return raw[1:-1].decode("utf-8", "replace")
    return join(piece(content, child) for child in node.named_children)


def piece(content: bytes, node: Node) -> str:
    """The characters that a child of a string or template stands for; surrogates are yet to be joined."""
    text = content[node.start_byte : node.end_byte].decode("utf-8", "replace")
    return escape(text) if node.type == "escape_sequence" else text


def escape(text: str) -> str:
    """The characters that one escape sequence stands for."""
    mark, rest = text[1:2], text[2:]
    if mark in "xu":
        return _character(rest.strip("{}"), 16)
    if mark in "\r\n\u2028\u2029":
        return ""  # the line goes on
    if mark in "01234567":
        return _character(text[1:], 8)
    return _SIMPLE.get(mark, mark) + rest


def join(pieces: Iterable[str]) -> str:
    """The pieces of a string, pairs of surrogates made one character; half a pair has no UTF-8 and is replaced."""
    text = "".join(pieces)
    if not _SURROGATES.search(text):
        return text
    text = _PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)
    return _SURROGATES.sub(_REPLACEMENT, text)


def number(text: str) -> tuple[int | float, bool] | None:
    """The value of a number literal, and whether it is a bigint; None where it is none that can be held."""
    text = text.replace("_", "").lower()
    if len(text) > _LONGEST_INTEGER:
        return None
    try:
        if text.endswith("n"):
            return int(text[:-1], 0), True
        return _double(text), False
    except ValueError:
        return None


def _double(text: str) -> int | float:
    """The nearest double, as an `int` where that is exact."""
    try:
        if text[:2] in ("0x", "0o", "0b"):
            value = float(int(text, 0))
        elif text.isdigit() and text[0] == "0" and not set(text) & {"8", "9"}:
            value = float(int(text, 8))  # as before 2015
        else:
            value = float(text)
    except OverflowError:
        value = float("inf")
    return int(value) if value <= _EXACT and value.is_integer() else value


def _character(digits: str, base: int) -> str:
    try:
        return chr(int(digits, base))
    except (ValueError, OverflowError):
        return _REPLACEMENT
