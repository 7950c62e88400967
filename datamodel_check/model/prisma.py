"""What a file of Prisma's schema language says: its blocks, in order.

The language: https://www.prisma.io/docs/orm/reference/prisma-schema-reference; its grammar is
psl/schema-ast/src/parser/datamodel.pest of prisma-engines.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from datamodel_check.model.location import Span
from datamodel_check.model.module import SyntaxProblem
from datamodel_check.model.record import Record

# --- expressions -----------------------------------------------------------------------------------------------------


class Text(Record):
    """A string, without its quotes and escapes."""

    value: str
    span: Span


class Number(Record):
    """A number as it is written."""

    text: str
    span: Span


class Name(Record):
    """A constant or the name of a field: `true`, `Cascade`, `authorId`, `address.street`."""

    name: str
    span: Span


class Items(Record):
    """`[a, b]`."""

    items: tuple[Expression, ...]
    span: Span


class Call(Record):
    """`now()`, or a field with its own arguments: `title(length: 100, sort: Desc)`."""

    name: str
    arguments: tuple[Argument, ...]
    span: Span

    def argument(self, name: str, position: int | None = None) -> Expression | None:
        return argument(self.arguments, name, position)


class Members(Record):
    """`{ deletedAt: null }`, the condition of a partial index."""

    members: tuple[Argument, ...]
    span: Span


Expression: TypeAlias = Text | Number | Name | Items | Call | Members


class Argument(Record):
    """`fields: [authorId]`, or without a name."""

    name: str | None
    value: Expression


def argument(arguments: tuple[Argument, ...], name: str, position: int | None = None) -> Expression | None:
    """The argument of a name or, where it is given without one, at a position."""
    named = next((each.value for each in arguments if each.name == name), None)
    if named is not None or position is None or position >= len(arguments):
        return named
    return arguments[position].value if arguments[position].name is None else None


# --- blocks ----------------------------------------------------------------------------------------------------------


class Attribute(Record):
    """`@db.VarChar(255)` or `@@index([name])`, named without the `@`."""

    name: str
    arguments: tuple[Argument, ...]
    span: Span

    def argument(self, name: str, position: int | None = None) -> Expression | None:
        return argument(self.arguments, name, position)


class FieldType(NamedTuple):
    """`String?`. Of `Unsupported("circle")` the name is what stands in the quotes."""

    name: str
    arity: Literal["required", "optional", "list"] = "required"
    unsupported: bool = False


class Field(Record):
    name: str
    type: FieldType
    attributes: tuple[Attribute, ...]
    span: Span

    def attribute(self, name: str) -> Attribute | None:
        return next((each for each in self.attributes if each.name == name), None)


class Model(Record):
    """A `model`, a `view` or, for MongoDB, a composite `type`. The span is that of its first line."""

    kind: Literal["model", "view", "type"]
    name: str
    fields: tuple[Field, ...]
    attributes: tuple[Attribute, ...]
    span: Span

    def attribute(self, name: str) -> Attribute | None:
        return next((each for each in self.attributes if each.name == name), None)

    def field(self, name: str) -> Field | None:
        return next((each for each in self.fields if each.name == name), None)


class EnumValue(Record):
    name: str
    attributes: tuple[Attribute, ...]
    span: Span

    def attribute(self, name: str) -> Attribute | None:
        return next((each for each in self.attributes if each.name == name), None)


class Enum(Record):
    name: str
    values: tuple[EnumValue, ...]
    attributes: tuple[Attribute, ...]
    span: Span

    def attribute(self, name: str) -> Attribute | None:
        return next((each for each in self.attributes if each.name == name), None)


class Property(Record):
    """`provider = "postgresql"`."""

    name: str
    value: Expression
    span: Span


class Settings(Record):
    """A `datasource` or a `generator`."""

    kind: Literal["datasource", "generator"]
    name: str
    properties: tuple[Property, ...]
    span: Span

    def value(self, name: str) -> Expression | None:
        return next((each.value for each in self.properties if each.name == name), None)


class Schema(NamedTuple):
    """One file: a pure function of its bytes."""

    models: tuple[Model, ...] = ()
    enums: tuple[Enum, ...] = ()
    settings: tuple[Settings, ...] = ()
    problems: tuple[SyntaxProblem, ...] = ()
