"""The top level of a file: imports and statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.parse.python import imports
from datamodel_check.parse.reader import parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from datamodel_check.model.module import Import, Statement
    from datamodel_check.parse.reader import Reader

_IMPORTS = frozenset({"import_statement", "import_from_statement"})

_HOLDING = frozenset(
    {
        "block",
        "elif_clause",
        "else_clause",
        "except_clause",
        "except_group_clause",
        "finally_clause",
        "if_statement",
        "try_statement",
        "with_statement",
    }
)
"""What may hold imports that belong to the module."""


def contents(reader: Reader, root: Node) -> tuple[list[Import], list[Statement]]:
    """The imports, also those under conditions, and the statements without those that are executed in any case."""
    found: list[Import] = []
    statements: list[Statement] = []
    for node in reader.statement_nodes([root] if root.is_error else root.named_children):
        if node.type in _IMPORTS:
            found += imports.imported(reader, node)
        else:
            if node.type in _HOLDING:
                found += _within(reader, node, typing=False)
            statements += reader.statement(node)
    return found, statements


def _within(reader: Reader, node: Node, *, typing: bool) -> Iterator[Import]:
    """The imports in the branches of a statement; those under `if TYPE_CHECKING` are of types alone."""
    condition = node.child_by_field_name("condition") if node.type == "if_statement" else None
    checking = condition is not None and reader.text(condition).rpartition(".")[2] == "TYPE_CHECKING"
    for child in parts(node):
        if child.type in _IMPORTS:
            yield from imports.imported(reader, child, typing=typing)
        elif child.type in _HOLDING:
            otherwise = child.type in ("elif_clause", "else_clause")
            yield from _within(reader, child, typing=typing or (checking and not otherwise))
