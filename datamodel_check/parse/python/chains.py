"""Calls, attributes, subscripts and binary operators: what nests on its left, as `a.b().c()` does, and may be long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.module import Call, Expression, Member, Operator, Subscript
from datamodel_check.parse.python.containers import arguments
from datamodel_check.parse.python.slices import key
from datamodel_check.parse.reader import LONGEST, field, parts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tree_sitter import Node

    from datamodel_check.parse.reader import Reader, ToExpression


def _call(reader: Reader, node: Node, callee: Expression) -> Expression:
    return Call(callee, tuple(arguments(reader, field(node, "arguments"))), reader.span(node))


def _attribute(reader: Reader, node: Node, value: Expression) -> Expression:
    return Member(value, reader.text(field(node, "attribute")), reader.span(node))


def _subscript(reader: Reader, node: Node, value: Expression) -> Expression:
    keys = tuple(key(reader, child) for child in node.children_by_field_name("subscript"))
    return Subscript(value, keys, reader.span(node))


def _binary(reader: Reader, node: Node, left: Expression) -> Expression:
    return Operator(field(node, "operator").type, (left, reader.part(node, "right")), reader.span(node))


_LINKS: Mapping[str, tuple[str, Callable[[Reader, Node, Expression], Expression]]] = {
    "attribute": ("object", _attribute),
    "binary_operator": ("left", _binary),
    "boolean_operator": ("left", _binary),
    "call": ("function", _call),
    "subscript": ("value", _subscript),
}
"""What nests on its left: the field that holds the rest of the chain, and how one link is converted."""


def _chain(reader: Reader, node: Node) -> Expression:
    links: list[Node] = []
    start = node
    while True:
        following: Node | None = None
        if node.type == "parenthesized_expression":
            following = next(iter(parts(node)), None)
        elif node.type in _LINKS:
            links.append(node)
            following = node.child_by_field_name(_LINKS[node.type][0])
        if following is None:
            break
        node = following
    if len(links) > LONGEST:
        return reader.too_deep(start)
    broken = node.type in _LINKS or node.type == "parenthesized_expression"
    value = reader.opaque(node) if broken else reader.expression(node)
    for link in reversed(links):
        value = _LINKS[link.type][1](reader, link, value)
    return value


TABLE: Mapping[str, ToExpression] = {
    **dict.fromkeys(_LINKS, _chain),
    "parenthesized_expression": _chain,
}
