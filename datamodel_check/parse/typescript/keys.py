"""The names of properties, members and destructured values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.module import Literal

if TYPE_CHECKING:
    from tree_sitter import Node

    from datamodel_check.model.module import Expression
    from datamodel_check.parse.reader import Reader


def key(reader: Reader, node: Node) -> Expression:
    """What names a property: a string, except where it is computed."""
    if node.type == "computed_property_name":
        value = reader.inside(node)
    elif node.type in ("string", "number"):
        value = reader.expression(node)
    else:
        return Literal(reader.text(node), reader.span(node))
    if isinstance(value, Literal) and isinstance(value.value, int) and not isinstance(value.value, bool):
        return Literal(str(value.value), value.span)
    return value


def plain(key: Expression) -> str | None:
    """The name, where it is known."""
    return key.value if isinstance(key, Literal) and isinstance(key.value, str) else None


def property_key(reader: Reader, node: Node) -> str | Expression:
    """The key of a `Property`."""
    if node.type == "property_identifier":
        return reader.text(node)
    found = key(reader, node)
    name = plain(found)
    return found if name is None else name
