"""The names of properties, members and destructured values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.module import Literal

if TYPE_CHECKING:
    from tree_sitter import Node

    from datamodel_check.model.module import Expression
    from datamodel_check.parse.typescript.reader import Reader


def key(reader: Reader, node: Node) -> str | Expression:
    """The name of a property; only a computed one that is no literal is an expression."""
    match node.type:
        case "computed_property_name":
            value = reader.inside(node)
        case "string" | "number":
            value = reader.expression(node)
        case _:
            return reader.text(node)
    match value:
        case Literal(str() as name):
            return name
        case Literal(int() as number) if not isinstance(number, bool):
            return str(number)
    return value
