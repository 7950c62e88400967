"""Enums → objects, as the compiler makes them (https://www.typescriptlang.org/docs/handbook/enums.html)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.module import Expression, Literal, Member, Name, Object, Operator, Property
from datamodel_check.parse.reader import field, parts
from datamodel_check.parse.typescript.keys import key, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from datamodel_check.model.location import Span
    from datamodel_check.parse.reader import Reader


def members(reader: Reader, node: Node) -> Object:
    """The members in order; one whose value is a number is followed by its reverse entry.

    A computed value refers to earlier members as constants where they are known, otherwise as `Enum.member`.
    """
    enum = reader.text(field(node, "name"))
    body = node.child_by_field_name("body")
    previous: Expression | None = None
    earlier: dict[str, Expression] = {}
    entries: list[Property] = []
    for member in parts(body) if body else ():
        name = _name(reader, member)
        if member.child_by_field_name("value") is not None:
            value = _with_members(reader.part(member, "value"), enum, earlier)
        else:
            value = _counted(previous, reader.span(member))
        previous = value if isinstance(value, Literal) else Member(Name(enum, value.span), name, value.span)
        earlier[name] = previous
        entries.append(Property(name, value, reader.span(member)))
        entries.extend(_reverse(name, value))
    return Object(tuple(entries), reader.span(node))


def _name(reader: Reader, member: Node) -> str:
    name = plain(key(reader, field(member, "name")))
    return reader.text(member) if name is None else name


def _counted(previous: Expression | None, span: Span) -> Expression:
    """The value of a member without one: one more than the member before."""
    if previous is None:
        return Literal(0, span)
    number = _number(previous)
    return Operator("+", (previous, Literal(1, span)), span) if number is None else Literal(number + 1, span)


def _with_members(value: Expression, enum: str, earlier: dict[str, Expression]) -> Expression:
    """The value, with the names of earlier members in place of what they stand for."""
    links: list[Operator] = []
    while isinstance(value, Operator) and value.operands:
        links.append(value)
        value = value.operands[0]
    name = _mentioned(value, enum)
    value = value if name is None else earlier.get(name, value)
    for link in reversed(links):
        others = (_with_members(operand, enum, earlier) for operand in link.operands[1:])
        value = Operator(link.symbol, (value, *others), link.span)
    return value


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
