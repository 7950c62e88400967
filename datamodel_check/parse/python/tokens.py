"""The tokens of a piece of source code, so that its text depends neither on layout, nor on quotes, nor on comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.printing import quoted
from datamodel_check.parse.python import strings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

_CLOSING = frozenset({")", "]", "}"})


def tokens(content: bytes, node: Node) -> Iterator[str]:
    """The tokens in order, without comments and trailing commas; plain strings as `quoted` prints them."""
    held = False
    for leaf in _leaves(content, node):
        if held and leaf not in _CLOSING:
            yield ","
        held = leaf == ","
        if not held:
            yield leaf


def _leaves(content: bytes, node: Node) -> Iterator[str]:
    pending = [node]
    while pending:
        node = pending.pop()
        if node.type in ("comment", "line_continuation"):
            continue
        plain = strings.plain(content, node) if node.type == "string" else None
        if plain is not None:
            yield quoted(plain)
        elif node.type == "string" or not node.child_count:
            yield " ".join(content[node.start_byte : node.end_byte].decode("utf-8", "replace").split())
        else:
            pending.extend(reversed(node.children))
