"""Enums → objects, as the compiler makes them (https://www.typescriptlang.org/docs/handbook/enums.html)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.module import Expression, Literal, Member, Name, Object, Operator, Property
from datamodel_check.parse.typescript.keys import key
from datamodel_check.parse.typescript.reader import field, parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from datamodel_check.model.location import Span
    from datamodel_check.parse.typescript.reader import Reader


def members(reader: Reader, node: Node) -> Object:
    """The members in order; one whose value is a number is followed by its reverse entry.

    A computed value refers to earlier members as constants where they are known, otherwise as `Enum.member`.
    """
    enum = reader.text(field(node, "name"))
    body = node.child_by_field_name("body")
    earlier: dict[str, Expression] = {}
    entries: list[Property] = []
    for member in parts(body) if body else ():
        span = reader.span(member)
        name = key(reader, field(member, "name"))
        value = _value(reader, member, enum, earlier)
        if isinstance(name, str):
            earlier[name] = value if isinstance(value, Literal) else Member(Name(enum, span), name, span)
        entries.append(Property(name, value, span))
        entries.extend(_reverse(name, value, span))
    return Object(tuple(entries), reader.span(node))


def _value(reader: Reader, member: Node, enum: str, earlier: dict[str, Expression]) -> Expression:
    written = member.child_by_field_name("value")
    if written is not None:
        return _with_members(reader.expression(written), enum, earlier)
    span = reader.span(member)
    if not earlier:
        return Literal(0, span)
    match list(earlier.values())[-1]:
        case Literal(int() | float() as number):
            return Literal(number + 1, span)
        case previous:
            return Operator("+", (previous, Literal(1, span)), span)


def _with_members(value: Expression, enum: str, earlier: dict[str, Expression]) -> Expression:
    """The value, with the names of earlier members in place of what they stand for."""
    match value:
        case Name(id) if id in earlier:
            return earlier[id]
        case Member(Name(id), name) if id == enum and name in earlier:
            return earlier[name]
        case Operator(symbol, operands, span):
            return Operator(symbol, tuple(_with_members(operand, enum, earlier) for operand in operands), span)
    return value


def _reverse(name: str | Expression, value: Expression, span: Span) -> Iterator[Property]:
    match name, value:
        case str(), Literal(int() | float() as number) if not isinstance(number, bool):
            yield Property(str(number), Literal(name, span), span)
