"""What the grammar could not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.location import Span
from datamodel_check.model.module import NOT_UTF8, SyntaxProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from datamodel_check.parse.reader import Reader

_EXCERPT = 40
"""How many characters of the source code a message shows."""


def nodes(root: Node) -> Iterator[tuple[Node, Node | None]]:
    """The nodes that are errors, or missing, in source order, each with its parent."""
    pending: list[tuple[Node, Node | None]] = [(root, None)]
    while pending:
        node, parent = pending.pop()
        if node.is_missing or node.is_error:
            yield node, parent
        elif node.has_error:
            pending.extend((child, node) for child in reversed(node.children))


def problem(reader: Reader, node: Node) -> SyntaxProblem:
    """What to say of an error."""
    if node.is_missing:
        return SyntaxProblem(f"syntax error: `{node.type}` is missing", reader.span(node))
    return SyntaxProblem(f"syntax error near `{_excerpt(reader, node)}`", reader.span(node))


def encoding(content: bytes) -> Iterator[SyntaxProblem]:
    """The first byte that is no UTF-8."""
    try:
        content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        yield SyntaxProblem(NOT_UTF8, Span(error.start, error.end, line))


def _excerpt(reader: Reader, node: Node) -> str:
    raw = reader.content[node.start_byte : min(node.end_byte, node.start_byte + 4 * _EXCERPT)]
    text = " ".join(raw.decode("utf-8", "replace").split())
    text = "".join(character if character.isprintable() else "\ufffd" for character in text)
    return text if len(text) <= _EXCERPT else f"{text[: _EXCERPT - 1]}…"
