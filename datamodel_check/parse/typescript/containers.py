"""Array and object literals, and the patterns that look like them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.module import Expression, List, Name, Object, Operator, Property, Spread
from datamodel_check.parse.reader import field, parts
from datamodel_check.parse.typescript import functions
from datamodel_check.parse.typescript.keys import property_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tree_sitter import Node

    from datamodel_check.parse.reader import Reader, ToExpression


def _array(reader: Reader, node: Node) -> Expression:
    return List(tuple(items(reader, node)), reader.span(node))


def items(reader: Reader, node: Node) -> list[Expression | Spread]:
    """What stands between the brackets or parentheses; a hole is `undefined`."""
    found: list[Expression | Spread] = []
    hole = True
    for child in node.children:
        if child.type == ",":
            if hole:
                found.append(Name("undefined", reader.span(child)))
            hole = True
        elif child.is_named and child.type not in ("comment", "html_comment", "ERROR"):
            found.append(_item(reader, child))
            hole = False
    return found


def _item(reader: Reader, node: Node) -> Expression | Spread:
    if node.type in ("spread_element", "rest_pattern"):
        return Spread(reader.inside(node), reader.span(node))
    return reader.expression(node)


def _object(reader: Reader, node: Node) -> Expression:
    entries: list[Property | Spread] = []
    for child in parts(node):
        entry = _entry(reader, child)
        if entry is not None:
            entries.append(entry)
    return Object(tuple(entries), reader.span(node))


def _entry(reader: Reader, node: Node) -> Property | Spread | None:
    """One entry of an object literal or pattern; None for a setter, which says nothing about the value."""
    span = reader.span(node)
    match node.type:
        case "pair" | "pair_pattern":
            return Property(property_key(reader, field(node, "key")), reader.part(node, "value"), span)
        case "shorthand_property_identifier" | "shorthand_property_identifier_pattern":
            return Property(reader.text(node), Name(reader.text(node), span), span)
        case "object_assignment_pattern":
            return Property(reader.text(field(node, "left")), _default(reader, node), span)
        case "method_definition":
            method = functions.function(reader, node)
            if "set" in method.modifiers:
                return None
            return Property(property_key(reader, field(node, "name")), method, span, getter="get" in method.modifiers)
        case "spread_element" | "rest_pattern":
            return Spread(reader.inside(node), span)
        case _:
            return Spread(reader.opaque(node), span)


def _default(reader: Reader, node: Node) -> Expression:
    return Operator("default", (reader.part(node, "left"), reader.part(node, "right")), reader.span(node))


TABLE: Mapping[str, ToExpression] = {
    **dict.fromkeys(("array", "array_pattern"), _array),
    **dict.fromkeys(("assignment_pattern", "object_assignment_pattern"), _default),
    **dict.fromkeys(("object", "object_pattern"), _object),
}
