"""Valid code that the grammar cannot read, in a spelling of the same length that it can.

Known gaps of tree-sitter-typescript 0.23. Files are parsed again only where there were errors, and the second tree is
taken only where there are fewer: whatever a repair spoils, it spoils nothing that was right. Texts are still read from
the file itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tree_sitter import Node

_BLANKED = re.compile(
    rb"""
      (?<=\bexport\ )type(?=\s*\*)                       # export type * from
    | (?<=\bimport\ )defer(?=\s*\*)                      # import defer * as
    | (?<=["'])\s*\b(?:with|assert)\s*\{[^{}]*\}         # export * from "x" with { type: "json" }
    | (?<=[<,\s])(?:in\s+out|in|out)(?=\s+[A-Z]\w*\s*(?:[,>=]|extends\b))  # type parameters: <in out T>
    | (?<=\babstract\ )accessor(?=\s)                    # abstract accessor x
    | \bstatic(?=\s+(?:readonly\s+)?\[\w+\s*:)          # static [key: string]: any
    """,
    re.VERBOSE,
)
_IMPORTED_TYPE = re.compile(
    rb"""
      (?:(?<=<)|(?<=<typeof\ ))import\(\s*(?:"[^"\n]*"|'[^'\n]*')\s*\)(?=[.>])        # a<import("x").Foo>()
    | \bimport\(\s*(?:"[^"\n]*"|'[^'\n]*')\s*\)(?=(?:\.\w+)+<)            # import("x").Foo<A>
    """,
    re.VERBOSE,
)
_GENERATOR = re.compile(rb"^([ \t]*)[ \t](?=\*\s*[\w$]+\s*\()", re.MULTILINE)
"""A method that is a generator, below a field without a semicolon: the grammar reads on."""


def repaired(content: bytes, errors: Iterable[tuple[Node, Node | None]]) -> bytes:
    """The content, respelt; `errors` are the nodes that are errors, each with its parent."""
    text = bytearray(_GENERATOR.sub(rb"\1;", _IMPORTED_TYPE.sub(_identifier, _BLANKED.sub(_blank, content))))
    for error, parent in errors:
        if content.startswith(b"&", error.start_byte) and parent is not None and _holds_text(parent):
            # JSX lets an ampersand stand for itself: `R & D`, `href="?a=1&b=2"`.
            start, end = (parent.start_byte, parent.end_byte) if parent.type == "string" else error.byte_range
            text[start:end] = text[start:end].replace(b"&", b"_")
    return bytes(text)


def _holds_text(node: Node) -> bool:
    return node.type == "string" or node.type.startswith("jsx_")


def _blank(found: re.Match[bytes]) -> bytes:
    return re.sub(rb"\S", b" ", found[0])


def _identifier(found: re.Match[bytes]) -> bytes:
    return b"$" * len(found[0])
