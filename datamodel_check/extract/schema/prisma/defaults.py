"""Column defaults, as the SQL that Prisma Migrate writes: flavour/*/renderer.rs, `render_default`."""

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Iterator
from typing import NamedTuple

from datamodel_check.extract.schema.prisma.database import Database, DeclaredModel, mapped, text
from datamodel_check.extract.schema.prisma.types import ColumnType, quoted
from datamodel_check.model.prisma import Argument, Call, Expression, Field, Items, Name, Number, Text
from datamodel_check.model.schema import Dialect, Identity

_CLIENT = frozenset({"cuid", "nanoid", "ulid", "uuid"})
"""Functions that Prisma Client computes: https://www.prisma.io/docs/orm/reference/prisma-schema-reference."""

_SERIALS = {"bigint": "bigserial", "integer": "serial", "smallint": "smallserial"}


class Default(NamedTuple):
    """What `@default` comes to. `given` is whether the database fills the column; `type` is another type, if any."""

    given: bool = False
    sql: str | None = None
    client: bool = False
    autoincrement: bool = False
    identity: Identity | None = None
    type: str | None = None


def default(database: Database, declared: DeclaredModel, field: Field, made: ColumnType) -> Default:
    attribute = field.attribute("default")
    value = attribute.argument("value", 0) if attribute is not None else None
    if attribute is None or value is None:
        return Default()
    subject = f"the default of {declared.model.name}.{field.name}"
    for name in _unknown(made, value):
        database.unresolved(f"{subject}: {field.type.name} has no value {name}", declared.at(attribute.span))
    if not isinstance(value, Call):
        found: Default | None = Default(given=True, sql=_literal(database, field, made, value))
    else:
        found = _function(database, value, made)
    if found is None:
        database.unresolved(f"{subject} is not known here", declared.at(attribute.span))
        return Default(given=True)
    if database.provider.dialect == "mongodb":  # it has no defaults: Prisma Client sets them
        return Default(given=found.given, client=True, sql=found.sql)
    return found


def _unknown(made: ColumnType, value: Expression) -> Iterator[str]:
    """Values that an enum does not have."""
    for item in value.items if isinstance(value, Items) else (value,):
        if made.enum is not None and isinstance(item, Name) and item.name not in {one.name for one in made.enum.values}:
            yield item.name


# --- functions -------------------------------------------------------------------------------------------------------


def _function(database: Database, call: Call, made: ColumnType) -> Default | None:
    dialect = database.provider.dialect
    if call.name in _CLIENT:
        return Default(client=True)
    match call.name:
        case "autoincrement":
            return _counting(dialect, made)
        case "sequence":  # of CockroachDB
            return Default(given=True, identity=Identity(always=False, options=_sequence(call.arguments)))
        case "now":
            return Default(given=True, sql=_now(dialect, made))
        case "dbgenerated":
            return Default(given=True, sql=text(call.argument("value", 0)) or None)
        case "auto":  # of MongoDB
            return Default(given=True)
        case _:
            return None


def _counting(dialect: Dialect, made: ColumnType) -> Default:
    """A counter of SQLite is no default but the number of the row."""
    match dialect:
        case "postgresql":
            return Default(given=True, autoincrement=True, type=_SERIALS.get(made.text))
        case "cockroachdb":
            return Default(given=True, sql="unique_rowid()")
        case "sqlserver":
            options = (("increment", "1"), ("startWith", "1"))
            return Default(given=True, autoincrement=True, identity=Identity(always=True, options=options))
        case _:
            return Default(given=dialect != "sqlite", autoincrement=True)


_SEQUENCE = {"start": "startWith"}


def _sequence(arguments: tuple[Argument, ...]) -> tuple[tuple[str, str], ...]:
    given = (
        (_SEQUENCE.get(each.name, each.name), each.value.text)
        for each in arguments
        if each.name and isinstance(each.value, Number)
    )
    return tuple(sorted(given))


def _now(dialect: Dialect, made: ColumnType) -> str:
    """MySQL wants the precision of the type (mysql/renderer.rs)."""
    if dialect == "mongodb":
        return "now()"
    if dialect != "mysql":
        return "CURRENT_TIMESTAMP"
    precision = re.search(r"\((\d)\)", made.text)
    return f"CURRENT_TIMESTAMP({precision.group(1) if precision else 3})"


# --- literals --------------------------------------------------------------------------------------------------------


def _literal(database: Database, field: Field, made: ColumnType, value: Expression) -> str | None:
    dialect = database.provider.dialect
    if isinstance(value, Items):
        items = [_literal(database, field, made, item) or "NULL" for item in value.items]
        listed = f"[{', '.join(items)}]"
        return listed if dialect == "mongodb" else f"ARRAY{listed}::{_written(database, made)}[]"
    if isinstance(value, Number):
        return value.text
    if isinstance(value, Name):
        return _constant(dialect, made, value.name)
    return _string(dialect, field, value.value) if isinstance(value, Text) else None


def _written(database: Database, made: ColumnType) -> str:
    """The type as SQL has to name it."""
    if made.enum is None:
        return made.text
    schema = database.schema_name(made.enum)
    name = f'"{mapped(made.enum)}"'
    return f'"{schema}".{name}' if schema else name


def _constant(dialect: Dialect, made: ColumnType, name: str) -> str:
    if made.enum is not None:
        return quoted(next((mapped(value) for value in made.enum.values if value.name == name), name))
    if dialect == "sqlserver":
        return {"false": "0", "true": "1"}.get(name, name)
    return name


def _string(dialect: Dialect, field: Field, value: str) -> str | None:
    """MySQL takes no default for JSON and bytes (mysql/renderer.rs)."""
    kind = field.type.name
    if dialect == "mysql" and kind in {"Bytes", "Json"}:
        return None
    if kind == "DateTime":
        return quoted(_moment(dialect, value))
    return _bytes(dialect, value) if kind == "Bytes" else quoted(value)


_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)", re.IGNORECASE)


def _moment(dialect: Dialect, value: str) -> str:
    """RFC 3339 → how Rust's chrono prints it."""
    found = _MOMENT.fullmatch(value)
    if found is None:
        return value
    day, time, fraction, zone = found.groups()
    zone = "+00:00" if zone in {"Z", "z"} else zone
    return (
        f"{day}T{time}{_fraction(fraction)}{zone}"
        if dialect == "mysql"
        else f"{day} {time}{_fraction(fraction)} {zone}"
    )


def _fraction(text: str | None) -> str:
    """In groups of three digits, as many as are needed."""
    digits = (text or "").lstrip(".").rstrip("0")
    return f".{digits}{'0' * (-len(digits) % 3)}" if digits else ""


_BYTES = {"postgresql": "'\\x{}'", "cockroachdb": "'\\x{}'", "sqlite": "'{}'", "sqlserver": "0x{}"}


def _bytes(dialect: Dialect, value: str) -> str:
    try:
        return _BYTES.get(dialect, "'{}'").format(b64decode(value, validate=True).hex())
    except (Error, ValueError):
        return quoted(value)
