"""Enums of PostgreSQL: drizzle-orm/pg-core/columns/enum.ts."""

from typing import NamedTuple

from datamodel_check.extract.schema.drizzle.dialects import rules_for
from datamodel_check.extract.schema.drizzle.reader import Reader
from datamodel_check.extract.symbols import argument, callee, chain, strings
from datamodel_check.model.location import Location
from datamodel_check.model.schema import Enum
from datamodel_check.model.values import Application, ListValue, ObjectValue, Value


class EnumCall(NamedTuple):
    """`pgEnum("role", values)` or `pgSchema("auth").enum("role", values)`, taken apart."""

    application: Application
    schema: Value | None

    @property
    def values(self) -> Value | None:
        return argument(self.application.arguments, 1)


def enum_call(value: Value) -> EnumCall | None:
    """The call that makes a database enum; None of anything else."""
    root, steps = chain(value)
    function = callee(root)
    if function is None or not isinstance(root, Application):
        return None
    rules = rules_for(function)
    role = rules.role(function) if rules else None
    if role == "enum" and not steps:
        return EnumCall(root, None)
    if role == "schema" and len(steps) == 1 and steps[0].name == "enum":
        return EnumCall(steps[0].call, argument(root.arguments, 0))
    return None


def enum(reader: Reader, call: EnumCall, code_name: str, location: Location) -> Enum:
    """The enum as a fact; values that are not known are reported and keep their source text."""
    place = call.application.location
    schema = None if call.schema is None else reader.text(call.schema, "the schema's name", place)
    name = reader.text(argument(call.application.arguments, 0), "the enum's name", place)
    return Enum(schema, name, code_name, enum_values(reader, call.values, f"a value of enum {name}", place), location)


def enum_values(reader: Reader, values: Value | None, what: str, place: Location) -> tuple[str, ...]:
    """The values of an array, or of an object such as a TypeScript enum (`Object.values`)."""
    known = strings(values)
    if known is not None:
        return known
    if isinstance(values, ListValue):
        items, spreads = values.items, values.open
    elif isinstance(values, ObjectValue):
        items, spreads = tuple(values.entries.values()), values.open
    else:
        reader.unresolved(what, values, place, "Give the values as an array of string constants.")
        return () if values is None else (reader.describe(values),)
    for spread in spreads:
        reader.unresolved(what, spread, place, "Give the values as an array of string constants.")
    return (*(reader.text(item, what, place) for item in items), *(f"...{spread.text}" for spread in spreads))
