"""Calls, members and binary operators: what nests on its left, as `a.b().c()` does, and may be long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.module import Call, Expression, Member, Operator, Subscript
from datamodel_check.parse.reader import LONGEST, field, parts
from datamodel_check.parse.typescript.containers import items
from datamodel_check.parse.typescript.literals import tagged

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tree_sitter import Node

    from datamodel_check.parse.reader import Reader, ToExpression


def _call(reader: Reader, node: Node, callee: Expression) -> Expression:
    arguments = field(node, "arguments")
    if arguments.type == "template_string":
        return tagged(reader, node, callee)
    return Call(callee, tuple(items(reader, arguments)), reader.span(node), type_arguments(reader, node))


def _new(reader: Reader, node: Node) -> Expression:
    callee = reader.part(node, "constructor")
    arguments = node.child_by_field_name("arguments")
    values = tuple(items(reader, arguments)) if arguments else ()
    return Call(callee, values, reader.span(node), type_arguments(reader, node), new=True)


def type_arguments(reader: Reader, node: Node) -> tuple[Expression, ...]:
    """The `<A, B>` of a node."""
    arguments = node.child_by_field_name("type_arguments")
    return tuple(reader.type(child) for child in parts(arguments)) if arguments else ()


def _member(reader: Reader, node: Node, value: Expression) -> Expression:
    return Member(value, reader.text(field(node, "property")), reader.span(node))


def _subscript(reader: Reader, node: Node, value: Expression) -> Expression:
    return Subscript(value, (reader.part(node, "index"),), reader.span(node))


def _instantiation(reader: Reader, node: Node, value: Expression) -> Expression:
    arguments = [child for child in parts(node) if child.type == "type_arguments"]
    types = tuple(reader.type(child) for argument in arguments for child in parts(argument))
    return Subscript(value, types, reader.span(node))


def _binary(reader: Reader, node: Node, left: Expression) -> Expression:
    right = reader.part(node, "right")
    return Operator(field(node, "operator").type, (left, right), reader.span(node))


_LINKS: Mapping[str, tuple[str, Callable[[Reader, Node, Expression], Expression]]] = {
    "binary_expression": ("left", _binary),
    "call_expression": ("function", _call),
    "instantiation_expression": ("", _instantiation),
    "member_expression": ("object", _member),
    "nested_identifier": ("object", _member),
    "subscript_expression": ("object", _subscript),
}
"""What nests on its left: the field that holds the rest of the chain (without a name, its first child), and how one
link is converted."""

_TRANSPARENT = frozenset(
    {"as_expression", "non_null_expression", "parenthesized_expression", "satisfies_expression", "type_assertion"}
)


_LOOSER = {"await_expression": "", "binary_expression": "right", "unary_expression": "argument"}
"""What the grammar takes for the callee of a call with type arguments, `await f<T>(x)` and `!f<T>(x)`, and the field
that the callee is in (without a name, the only child)."""


def _chain(reader: Reader, node: Node) -> Expression:
    links: list[Node] = []
    start = node
    closed, is_misread = 0, False
    while True:
        if node.type in _TRANSPARENT:
            closed = len(links) if node.type == "parenthesized_expression" else closed
            inside = [child for child in parts(node) if child.type != "type_arguments"]
            following = inside[0] if inside else None
        elif node.type in _LINKS:
            links.append(node)
            name, _ = _LINKS[node.type]
            following = node.child_by_field_name(name) if name else next(iter(parts(node)), None)
        else:
            break
        if following is None:
            break
        is_typed = node.type == "call_expression" and node.child_by_field_name("type_arguments") is not None
        is_misread = is_typed and following.type in _LOOSER
        node = following
        if is_misread:
            break
    if len(links) > LONGEST:
        return reader.too_deep(start)
    if is_misread:
        inner = _tighter(reader, node, links[closed:])
        return _linked(reader, inner, links[:closed])
    broken = node.type in _LINKS or node.type in _TRANSPARENT
    return _linked(reader, reader.opaque(node) if broken else reader.expression(node), links)


def _linked(reader: Reader, value: Expression, links: Sequence[Node]) -> Expression:
    for link in reversed(links):
        value = _LINKS[link.type][1](reader, link, value)
    return value


def _tighter(reader: Reader, node: Node, links: Sequence[Node]) -> Expression:
    """Operators around a chain: it is what stands last in them that the calls and members belong to."""
    around: list[Node] = []
    while node.type in _LOOSER and len(around) < LONGEST:
        around.append(node)
        name = _LOOSER[node.type]
        node = field(node, name) if name else next(iter(parts(node)))
    value = _linked(reader, reader.expression(node), links)
    for each in reversed(around):
        span = reader.span(each)
        match each.type:
            case "await_expression":
                value = Operator("await", (value,), span)
            case "unary_expression":
                value = Operator(field(each, "operator").type, (value,), span)
            case _:
                value = Operator(field(each, "operator").type, (reader.part(each, "left"), value), span)
    return value


TABLE: Mapping[str, ToExpression] = {
    **dict.fromkeys(_LINKS, _chain),
    **dict.fromkeys(_TRANSPARENT, _chain),
    "new_expression": _new,
}
