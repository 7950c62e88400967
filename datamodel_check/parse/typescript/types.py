"""Types → expressions: they share the shape, so that `Foo<A | B>` reads as Python's `Foo[A | B]` does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.module import (
    Conditional,
    Expression,
    List,
    Member,
    Name,
    Object,
    Operator,
    Property,
    Spread,
    Subscript,
)
from datamodel_check.parse.reader import LONGEST, field, parts
from datamodel_check.parse.typescript import functions, literals
from datamodel_check.parse.typescript.chains import type_arguments
from datamodel_check.parse.typescript.keys import property_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tree_sitter import Node

    from datamodel_check.parse.reader import Reader, ToExpression


def _value(reader: Reader, node: Node) -> Expression:
    return reader.expression(node)


def _inside(reader: Reader, node: Node) -> Expression:
    inside = parts(node)
    return reader.type(inside[0]) if inside else reader.opaque(node)


def _literal(reader: Reader, node: Node) -> Expression:
    return reader.inside(node)


def _operator(symbol: str) -> ToExpression:
    return lambda reader, node: Operator(symbol, (_inside(reader, node),), reader.span(node))


def _typeof(reader: Reader, node: Node) -> Expression:
    return Operator("typeof", (reader.inside(node),), reader.span(node))


def _nested(reader: Reader, node: Node) -> Expression:
    return Member(reader.part(node, "module"), reader.text(field(node, "name")), reader.span(node))


def _generic(reader: Reader, node: Node) -> Expression:
    name = node.child_by_field_name("name")
    arguments = type_arguments(reader, node)
    return Subscript(reader.type(name) if name else reader.opaque(node), arguments, reader.span(node))


# --- chains ----------------------------------------------------------------------------------------------------------


def _union(reader: Reader, node: Node) -> Expression:
    """`A | B | C` nests on its left, and becomes one operator."""
    kind, operands, start = node.type, [], node
    while node.type == kind:
        inside = parts(node)
        operands += inside[:0:-1]
        if not inside:
            return reader.opaque(start)
        node = inside[0]
    operands.append(node)
    types = tuple(reader.type(operand) for operand in reversed(operands))
    # A lone operand has a `|` before it, as formatters write it.
    return Operator("|" if kind == "union_type" else "&", types, reader.span(start)) if len(types) > 1 else types[0]


def _array(reader: Reader, node: Node) -> Expression:
    """`T[]` is `Array<T>`, and `T["key"]` a subscript."""
    links: list[Node] = []
    start = node
    while node.type in ("array_type", "lookup_type") and (inside := parts(node)):
        links.append(node)
        node = inside[0]
    if len(links) > LONGEST:
        return reader.too_deep(start)
    value = reader.type(node) if links else reader.opaque(node)
    for link in reversed(links):
        span = reader.span(link)
        if link.type == "array_type":
            value = Subscript(Name("Array", span), (value,), span)
        else:
            value = Subscript(value, tuple(reader.type(index) for index in parts(link)[1:]), span)
    return value


def _conditional(reader: Reader, node: Node) -> Expression:
    """`A extends B ? C : D extends E ? …` nests on its right."""
    links = [node]
    while (last := links[-1].child_by_field_name("alternative")) and last.type == "conditional_type":
        links.append(last)
    if len(links) > LONGEST:
        return reader.too_deep(node)
    value = _field(reader, links[-1], "alternative")
    for link in reversed(links):
        span = reader.span(link)
        test = Operator("extends", (_field(reader, link, "left"), _field(reader, link, "right")), span)
        value = Conditional(test, _field(reader, link, "consequence"), value, span)
    return value


def _field(reader: Reader, node: Node, name: str) -> Expression:
    child = node.child_by_field_name(name)
    return reader.type(child) if child else reader.opaque(node)


# --- tuples, objects, functions --------------------------------------------------------------------------------------


def _tuple(reader: Reader, node: Node) -> Expression:
    return List(tuple(_element(reader, child) for child in parts(node)), reader.span(node))


def _element(reader: Reader, node: Node) -> Expression | Spread:
    """An element of a tuple; its name says nothing."""
    span = reader.span(node)
    match node.type:
        case "rest_type":
            return Spread(_inside(reader, node), span)
        case "optional_type":
            return _or_undefined(_inside(reader, node), optional=True)
        case "required_parameter" | "optional_parameter":
            type_ = functions.annotation(reader, node.child_by_field_name("type")) or reader.opaque(node)
            if field(node, "name").type == "rest_pattern":
                return Spread(type_, span)
            return _or_undefined(type_, optional=node.type == "optional_parameter")
        case _:
            return reader.type(node)


def members(reader: Reader, node: Node) -> Object:
    """The members of an object type or interface."""
    return Object(tuple(_member(reader, child) for child in parts(node)), reader.span(node))


def _member(reader: Reader, node: Node) -> Property | Spread:
    span = reader.span(node)
    match node.type:
        case "property_signature":
            type_ = functions.annotation(reader, node.child_by_field_name("type")) or Name("any", span)
        case "method_signature":
            method = functions.function(reader, node)
            getter = method.returns if "get" in method.modifiers else None
            type_ = getter or method
        case "index_signature" if (index := node.child_by_field_name("index_type")) is not None:
            type_ = functions.annotation(reader, node.child_by_field_name("type")) or Name("any", span)
            return Property(reader.type(index), type_, span)
        case _:
            return Spread(reader.opaque(node), span)
    optional = any(child.type == "?" for child in node.children)
    return Property(property_key(reader, field(node, "name")), _or_undefined(type_, optional=optional), span)


def _or_undefined(type_: Expression, *, optional: bool) -> Expression:
    return Operator("|", (type_, Name("undefined", type_.span)), type_.span) if optional else type_


def _function(reader: Reader, node: Node) -> Expression:
    return functions.function(reader, node)


def _template(reader: Reader, node: Node) -> Expression:
    return literals.template(reader, node)


def parameters(reader: Reader, node: Node) -> tuple[str, ...]:
    """The names of a declaration's type parameters."""
    listed = node.child_by_field_name("type_parameters")
    return tuple(reader.text(field(child, "name")) for child in parts(listed)) if listed else ()


TABLE: Mapping[str, ToExpression] = {
    **dict.fromkeys(("array_type", "lookup_type"), _array),
    **dict.fromkeys(("function_type", "constructor_type"), _function),
    **dict.fromkeys(("identifier", "predefined_type", "this_type", "this", "type_identifier"), literals.name),
    **dict.fromkeys(("null", "undefined", "string", "number", "member_expression", "call_expression"), _value),
    **dict.fromkeys(("union_type", "intersection_type"), _union),
    "conditional_type": _conditional,
    "generic_type": _generic,
    "index_type_query": _operator("keyof"),
    "literal_type": _literal,
    "nested_type_identifier": _nested,
    "object_type": members,
    "parenthesized_type": _inside,
    "readonly_type": _operator("readonly"),
    "template_literal_type": _template,
    "tuple_type": _tuple,
    "type_query": _typeof,
}
