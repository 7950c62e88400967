"""What stands between the brackets of a subscript: `a[1:2]` is `a[slice(1, 2, None)]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.module import Call, Expression, Literal, Name

if TYPE_CHECKING:
    from tree_sitter import Node

    from datamodel_check.parse.reader import Reader


def key(reader: Reader, node: Node) -> Expression:
    """A key, or a slice of one."""
    if node.type != "slice":
        return reader.expression(node)
    span = reader.span(node)
    bounds: list[Expression] = [Literal(None, span)] * 3
    at = 0
    for child in node.children:
        if child.type == ":":
            at = min(at + 1, 2)
        elif child.is_named and child.type != "comment":
            bounds[at] = reader.expression(child)
    return Call(Name("slice", span), tuple(bounds), span)
