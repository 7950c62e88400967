"""Tagged templates with type arguments, which the grammar cannot read: ``sql<number>`1` `` becomes ``sql        `1` ``.

It takes them for comparisons, mostly without an error (tree-sitter-typescript 0.23). In TypeScript `a<b>` right before
a backtick can be nothing else: https://www.typescriptlang.org/docs/handbook/release-notes/typescript-2-9.html
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tree_sitter import Node

_LONGEST = 2_000
"""Bytes of type arguments that are looked at."""


def untyped(content: bytes, root: Node) -> bytes:
    """The content with the type arguments of its tagged templates blanked; `root` is the tree as it was read."""
    text = bytearray(content)
    end = content.find(b">`")
    while end >= 0:
        start = _opening(content, end)
        if start is not None and _is_code(root, start, b"<") and _is_code(root, end + 1, b"`"):
            text[start : end + 1] = re.sub(rb"\S", b" ", content[start : end + 1])
        end = content.find(b">`", end + 1)
    return bytes(text)


def _opening(content: bytes, end: int) -> int | None:
    """Where the brackets that close at `end` open, right behind a name."""
    depth = 0
    for position in range(end, max(end - _LONGEST, 0), -1):
        byte = content[position : position + 1]
        if byte == b">" and content[position - 1 : position] != b"=":
            depth += 1
        elif byte == b"<":
            depth -= 1
            if depth == 0:
                return position if re.match(rb"[\w$]", content[position - 1 : position]) else None
        elif byte == b"`":
            return None
    return None


def _is_code(root: Node, position: int, token: bytes) -> bool:
    """Whether the grammar sees that token there, and no text or comment."""
    node = root.descendant_for_byte_range(position, position + 1)
    return node is not None and node.type.encode() == token
