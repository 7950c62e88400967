"""The characters that string literals stand for.

https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tree_sitter import Node

_ESCAPE = re.compile(r"\\(?:\r\n|[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\{[^}]*\}|.)", re.DOTALL)

_SIMPLE = {
    "\n": "",
    "\r\n": "",
    "\\": "\\",
    "'": "'",
    '"': '"',
    "a": "\a",
    "b": "\b",
    "f": "\f",
    "n": "\n",
    "r": "\r",
    "t": "\t",
    "v": "\v",
}

_LARGEST = 0x10FFFF


def prefix(content: bytes, node: Node) -> str:
    """The letters before the quotes of a string, in lower case."""
    start = node.children[0] if node.children else node
    return content[start.start_byte : start.end_byte].decode("utf-8", "replace").rstrip("'\"").lower()


def plain(content: bytes, node: Node) -> str | None:
    """The characters of a string; None of bytes, and of what holds expressions."""
    letters = prefix(content, node)
    if "b" in letters or "f" in letters or "t" in letters:
        return None
    inside = [child for child in node.children if child.type == "string_content"]
    text = "".join(content[part.start_byte : part.end_byte].decode("utf-8", "replace") for part in inside)
    return cooked(text, raw="r" in letters)


def cooked(text: str, *, raw: bool) -> str:
    """The text with its escapes resolved, unless it is raw."""
    text = text.replace("\r\n", "\n")
    return text if raw or "\\" not in text else _ESCAPE.sub(_character, text)


def _character(escape: re.Match[str]) -> str:
    body = escape[0][1:]
    if body in _SIMPLE:
        return _SIMPLE[body]
    if body[0] in "01234567":
        return chr(int(body, 8))
    if body[0] in "xuU" and len(body) > 1:
        code = int(body[1:], 16)
        return chr(code) if code <= _LARGEST else escape[0]
    if body[0] == "N" and len(body) > 1:
        from unicodedata import lookup

        try:
            return lookup(body[2:-1])
        except KeyError:
            return escape[0]
    return escape[0]
