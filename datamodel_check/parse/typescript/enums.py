"""Enums → objects, as the compiler makes them (https://www.typescriptlang.org/docs/handbook/enums.html)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.module import Expression, Literal, Member, Name, Object, Operator, Property
from datamodel_check.parse.typescript.keys import key, plain
from datamodel_check.parse.typescript.reader import field, parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

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
        name = reader.text(member) if (known := plain(_key(reader, member))) is None else known
        value = _value(reader, member, enum, earlier)
        earlier[name] = _reference(enum, name, value)
        entries.append(Property(name, value, reader.span(member)))
        entries.extend(_reverse(name, value))
    return Object(tuple(entries), reader.span(node))


def _reference(enum: str, name: str, value: Expression) -> Expression:
    """How later members refer to one."""
    return value if isinstance(value, Literal) else Member(Name(enum, value.span), name, value.span)


def _key(reader: Reader, member: Node) -> Expression:
    return key(reader, field(member, "name"))


def _value(reader: Reader, member: Node, enum: str, earlier: dict[str, Expression]) -> Expression:
    """What is written, otherwise one more than the member before."""
    span = reader.span(member)
    if member.child_by_field_name("value") is not None:
        return _with_members(reader.part(member, "value"), enum, earlier)
    if not earlier:
        return Literal(0, span)
    previous = list(earlier.values())[-1]
    number = _number(previous)
    return Operator("+", (previous, Literal(1, span)), span) if number is None else Literal(number + 1, span)


def _with_members(value: Expression, enum: str, earlier: dict[str, Expression]) -> Expression:
    """The value, with the names of earlier members in place of what they stand for."""
    if isinstance(value, Operator):
        operands = tuple(_with_members(operand, enum, earlier) for operand in value.operands)
        return Operator(value.symbol, operands, value.span)
    name = _mentioned(value, enum)
    return value if name is None else earlier.get(name, value)


def _mentioned(value: Expression, enum: str) -> str | None:
    """The name of a member: `member` or `Enum.member`."""
    if isinstance(value, Member) and isinstance(value.object, Name) and value.object.id == enum:
        return value.name
    return value.id if isinstance(value, Name) else None


def _reverse(name: str, value: Expression) -> Iterator[Property]:
    number = _number(value)
    if number is not None:
        yield Property(str(number), Literal(name, value.span), value.span)


def _number(value: Expression) -> int | float | None:
    if isinstance(value, Literal) and isinstance(value.value, int | float) and not isinstance(value.value, bool):
        return value.value
    return None
