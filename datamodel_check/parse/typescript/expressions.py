"""Expressions → the model. Chains are followed by iteration: `a.b().c()` of any length nests on its left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.module import (
    Call,
    Conditional,
    Expression,
    List,
    Literal,
    Member,
    Name,
    Object,
    Opaque,
    Operator,
    Property,
    Spread,
    Subscript,
    Template,
)
from datamodel_check.parse.typescript import functions, strings
from datamodel_check.parse.typescript.keys import property_key
from datamodel_check.parse.typescript.reader import LONGEST, field, parts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tree_sitter import Node

    from datamodel_check.parse.typescript.reader import Reader, ToExpression


# --- names and literals ----------------------------------------------------------------------------------------------


def _name(reader: Reader, node: Node) -> Expression:
    return Name(reader.text(node), reader.span(node)) if node.end_byte > node.start_byte else reader.opaque(node)


def _constant(*, value: bool | None) -> ToExpression:
    return lambda reader, node: Literal(value, reader.span(node))


def _string(reader: Reader, node: Node) -> Expression:
    return Literal(strings.cooked(reader.content, node), reader.span(node))


def _number(reader: Reader, node: Node) -> Expression:
    number = strings.number(reader.text(node))
    return Literal(number[0], reader.span(node), bigint=number[1]) if number else reader.opaque(node)


def template(reader: Reader, node: Node) -> Expression:
    """A template; one without expressions is a plain string."""
    texts, values = _template_parts(reader, node)
    if not values:
        return Literal(texts[0], reader.span(node))
    return Template(_in_turn(texts, values), reader.span(node))


def _tagged(reader: Reader, node: Node, tag: Expression) -> Expression:
    return Template(_in_turn(*_template_parts(reader, field(node, "arguments"))), reader.span(node), tag)


def _template_parts(reader: Reader, node: Node) -> tuple[list[str], list[Expression]]:
    """The texts, and the values between them: always one fewer."""
    texts: list[str] = []
    values: list[Expression] = []
    pieces: list[str] = []
    for child in parts(node):
        if child.type in ("template_substitution", "template_type"):
            texts.append(_text(pieces))
            values.append(_substitution(reader, child))
            pieces = []
        else:
            pieces.append(strings.piece(reader.content, child))
    return [*texts, _text(pieces)], values


def _substitution(reader: Reader, node: Node) -> Expression:
    inside = parts(node)
    if node.type == "template_type" and inside:
        return reader.type(inside[0])
    return reader.inside(node)


def _text(pieces: list[str]) -> str:
    return strings.join(piece.replace("\r\n", "\n") for piece in pieces)


def _in_turn(texts: list[str], values: list[Expression]) -> tuple[str | Expression, ...]:
    mixed: list[str | Expression] = [texts[0]]
    for value, text in zip(values, texts[1:], strict=True):
        mixed += (value, text)
    return tuple(mixed)


# --- lists and objects -----------------------------------------------------------------------------------------------


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


# --- operators -------------------------------------------------------------------------------------------------------


def _unary(reader: Reader, node: Node) -> Expression:
    symbol = field(node, "operator").type
    operand = reader.part(node, "argument")
    match operand:
        case Literal(int() | float() as value, bigint=bigint) if (
            symbol == "-" and value and not isinstance(value, bool)
        ):
            return Literal(-value, reader.span(node), bigint)
    return Operator(symbol, (operand,), reader.span(node))


def _update(reader: Reader, node: Node) -> Expression:
    symbol, operand = field(node, "operator"), field(node, "argument")
    after = symbol.start_byte > operand.start_byte
    return Operator(f"{'postfix ' * after}{symbol.type}", (reader.expression(operand),), reader.span(node))


def _await(reader: Reader, node: Node) -> Expression:
    return Operator("await", (reader.inside(node),), reader.span(node))


def _assignment(reader: Reader, node: Node) -> Expression:
    operator = node.child_by_field_name("operator")
    target, value = reader.part(node, "left"), reader.part(node, "right")
    return Operator(operator.type if operator else "=", (target, value), reader.span(node))


def _default(reader: Reader, node: Node) -> Expression:
    target, value = reader.part(node, "left"), reader.part(node, "right")
    return Operator("default", (target, value), reader.span(node))


def _sequence(reader: Reader, node: Node) -> Expression:
    return Operator(",", tuple(reader.expression(child) for child in parts(node)), reader.span(node))


def _ternary(reader: Reader, node: Node) -> Expression:
    """`a ? b : c ? d : e` nests on its right, in one chain."""
    links = [node]
    while (last := field(links[-1], "alternative")).type == "ternary_expression" and last != links[-1]:
        links.append(last)
    if len(links) > LONGEST:
        return reader.too_deep(node)
    value = reader.expression(last)
    for link in reversed(links):
        test, then = reader.part(link, "condition"), reader.part(link, "consequence")
        value = Conditional(test, then, value, reader.span(link))
    return value


# --- chains ----------------------------------------------------------------------------------------------------------


def _call(reader: Reader, node: Node, callee: Expression) -> Expression:
    arguments = field(node, "arguments")
    if arguments.type == "template_string":
        return _tagged(reader, node, callee)
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


def _chain(reader: Reader, node: Node) -> Expression:
    links: list[Node] = []
    start = node
    while True:
        if node.type in _TRANSPARENT:
            inside = [child for child in parts(node) if child.type != "type_arguments"]
            following = inside[0] if inside else None
        elif node.type in _LINKS:
            links.append(node)
            name, _ = _LINKS[node.type]
            following = node.child_by_field_name(name) if name else node.named_child(0)
        else:
            break
        if following is None:
            break
        node = following
    if len(links) > LONGEST:
        return reader.too_deep(start)
    broken = node.type in _LINKS or node.type in _TRANSPARENT
    value = reader.opaque(node) if broken else reader.expression(node)
    for link in reversed(links):
        value = _LINKS[link.type][1](reader, link, value)
    return value


# --- the table -------------------------------------------------------------------------------------------------------


def _arrow(reader: Reader, node: Node) -> Expression:
    return functions.function(reader, node)


def _meta(reader: Reader, node: Node) -> Expression:
    return Opaque(node.type, "".join(reader.text(node).split()), reader.span(node))


TABLE: Mapping[str, ToExpression] = {
    **dict.fromkeys(_LINKS, _chain),
    **dict.fromkeys(_TRANSPARENT, _chain),
    **dict.fromkeys(("arrow_function", "function_expression", "generator_function"), _arrow),
    **dict.fromkeys(("assignment_expression", "augmented_assignment_expression"), _assignment),
    **dict.fromkeys(("assignment_pattern", "object_assignment_pattern"), _default),
    **dict.fromkeys(("array", "array_pattern"), _array),
    **dict.fromkeys(("object", "object_pattern"), _object),
    **dict.fromkeys(
        (
            "identifier",
            "import",
            "private_property_identifier",
            "property_identifier",
            "shorthand_property_identifier_pattern",
            "super",
            "this",
            "type_identifier",
            "undefined",
        ),
        _name,
    ),
    "await_expression": _await,
    "false": _constant(value=False),
    "meta_property": _meta,
    "new_expression": _new,
    "null": _constant(value=None),
    "number": _number,
    "sequence_expression": _sequence,
    "string": _string,
    "template_string": template,
    "ternary_expression": _ternary,
    "true": _constant(value=True),
    "unary_expression": _unary,
    "update_expression": _update,
}
