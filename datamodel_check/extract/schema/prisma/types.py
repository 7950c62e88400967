"""Column types."""

from typing import NamedTuple

from datamodel_check.extract.schema.prisma.database import Database, DeclaredModel, mapped, native
from datamodel_check.model.prisma import Attribute, Enum, Expression, Field, Name, Number, Text

SCALARS = frozenset({"BigInt", "Boolean", "Bytes", "DateTime", "Decimal", "Float", "Int", "Json", "String"})


class ColumnType(NamedTuple):
    """A type as the database reads it, without what makes a list of it."""

    text: str
    enum: Enum | None = None


def column_type(database: Database, declared: DeclaredModel, field: Field) -> ColumnType:
    name = field.type.name
    if field.type.unsupported:
        return ColumnType(lowered(name))
    attribute = native(field)
    if attribute is not None:
        return ColumnType(_native(database, declared, field, attribute))
    if name in database.enums:
        return _enum(database, database.enums[name].enum)
    known = database.provider.scalars.get(name)
    if known is None:
        what = f"the type {name} of {declared.model.name}.{field.name}"
        title = "is declared nowhere" if name not in SCALARS else f"does not exist for {database.provider.dialect}"
        database.unresolved(f"{what} {title}", declared.at(field.span), "Correct the type.")
    return ColumnType(known or lowered(name))


def _native(database: Database, declared: DeclaredModel, field: Field, attribute: Attribute) -> str:
    name = attribute.name.split(".", 1)[1]
    template = database.provider.natives.get(name)
    arguments = ",".join(_argument(each.value) for each in attribute.arguments)
    if template is None:
        subject = f"the type of {declared.model.name}.{field.name}"
        message = f"{subject}: @{attribute.name} is no type of {database.provider.dialect} that is known here"
        database.unresolved(message, declared.at(attribute.span))
        template = f"{name.lower()}{{}}"
    return template.format(f"({arguments})" if arguments else "")


def _argument(value: Expression) -> str:
    if isinstance(value, Number):
        return value.text
    written = value.value if isinstance(value, Text) else value.name if isinstance(value, Name) else ""
    return written.lower()


def _enum(database: Database, enum: Enum) -> ColumnType:
    """A type of its own, a list of values (mysql/renderer.rs), or a text that Prisma alone checks."""
    match database.provider.enums:
        case "types":
            return ColumnType(mapped(enum), enum)
        case "inline":
            values = ",".join(quoted(mapped(value)) for value in enum.values)
            return ColumnType(f"enum({values})", enum)
        case "none":
            return ColumnType(database.provider.scalars["String"], enum)


def quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def lowered(value: str) -> str:
    """A type in lower case, except for what stands in quotes."""
    parts = value.split("'")
    return "'".join(part if number % 2 else part.lower() for number, part in enumerate(parts))
