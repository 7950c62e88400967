"""A schema as the SQL that would make it, so that it can be read and replayed as migrations are.

What both witnesses say then has one spelling. It is never run: only `parse.sql` reads it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from datamodel_check.extract.migrations import wording
from datamodel_check.model.schema import Check, Column, Enum, ForeignKey, Identity, Index, IndexColumn, Table, View
from datamodel_check.model.sql import SqlDialect, written_name

_OPTIONS = {
    "cache": "CACHE",
    "increment": "INCREMENT BY",
    "maxValue": "MAXVALUE",
    "minValue": "MINVALUE",
    "startWith": "START WITH",
}
_NOW = re.compile(r"(?:current_timestamp|localtime|localtimestamp|now)(?:\(\d?\))?", re.IGNORECASE)
"""https://dev.mysql.com/doc/refman/8.4/en/timestamp-initialization.html"""
_SERIAL = {"integer": "serial", "bigint": "bigserial", "smallint": "smallserial"}


class Statement(NamedTuple):
    """One statement, and the key of the table or enum that it is about."""

    subject: str
    text: str


def statements(
    enums: Iterable[Enum], tables: Sequence[Table], views: Iterable[View], dialect: SqlDialect
) -> Iterator[Statement]:
    """Enums, then tables, then what refers to other tables."""
    for enum in enums:
        values = ", ".join(_string(value) for value in enum.values)
        yield Statement(enum.key, f"CREATE TYPE {qualified_name(enum.schema, enum.name, dialect)} AS ENUM ({values})")
    known = {enum.key: qualified_name(enum.schema, enum.name, dialect) for enum in enums}
    for table in tables:
        yield Statement(table.key, _create(table, known, dialect))
        for index in table.indexes:
            yield Statement(table.key, index_of(table, index, dialect))
    if dialect != "sqlite":
        for table in tables:
            for key in filter(_is_enforced, table.foreign_keys):
                yield Statement(table.key, f"ALTER TABLE {_name(table, dialect)} ADD {foreign_key_of(key, dialect)}")

    for view in views:
        if view.definition is not None:
            kind = "MATERIALIZED VIEW" if view.materialized else "VIEW"
            name = qualified_name(view.schema, view.name, dialect)
            yield Statement(view.key, f"CREATE {kind} {name} AS ({view.definition})")


def _is_enforced(key: ForeignKey) -> bool:
    return key.enforced


def _create(table: Table, enums: dict[str, str], dialect: SqlDialect) -> str:
    parts = [definition(column, table, enums, dialect) for column in table.columns]
    if table.primary_key and not _counts_rows(table, dialect):
        name = _constraint(table.primary_key_name, dialect)
        parts.append(f"{name}PRIMARY KEY {_columns(table.primary_key, dialect)}")
    for unique in table.uniques:
        distinct = "NULLS NOT DISTINCT " if unique.nulls_not_distinct else ""
        parts.append(f"{_constraint(unique.name, dialect)}UNIQUE {distinct}{_columns(unique.columns, dialect)}")
    parts += [
        f"{_constraint(check.name, dialect)}CHECK ({check.expression})" for check in filter(_is_whole, table.checks)
    ]
    if dialect == "sqlite":
        parts += [foreign_key_of(key, dialect) for key in filter(_is_enforced, table.foreign_keys)]
    return f"CREATE TABLE {_name(table, dialect)} ({', '.join(parts)})"


def _is_whole(check: Check) -> bool:
    """Whether its values stand in its text."""
    return not check.parameters


def _counts_rows(table: Table, dialect: SqlDialect) -> bool:
    """Whether SQLite numbers the rows by `AUTOINCREMENT`, which only stands beside the column's own `PRIMARY KEY`."""
    return dialect == "sqlite" and any(column.autoincrement for column in table.columns)


def definition(column: Column, table: Table, enums: Mapping[str, str], dialect: SqlDialect) -> str:
    """A column of a table; `enums` are the names of types by their keys."""
    words = [written_name(column.name, dialect), _type(column, enums, dialect)]
    if column.identity is not None:
        words.append(_identity(column.identity))
    elif column.generated is not None:
        words.append(f"GENERATED ALWAYS AS ({column.generated.expression})")
        words.append("STORED" if column.generated.stored else "VIRTUAL")
    elif column.default is not None:
        words.append(f"DEFAULT {_default(column.default, dialect)}")
    if not column.nullable:
        words.append("NOT NULL")
    if column.autoincrement and dialect == "mysql":
        words.append("AUTO_INCREMENT")
    elif column.autoincrement and dialect == "sqlite" and table.primary_key == (column.name,):
        words.append("PRIMARY KEY AUTOINCREMENT")
    if column.on_update is not None:
        words.append(f"ON UPDATE {column.on_update}")
    return " ".join(words)


def _identity(identity: Identity) -> str:
    options = " ".join(f"{_OPTIONS[name]} {value}" for name, value in identity.options if name in _OPTIONS)
    kind = "ALWAYS" if identity.always else "BY DEFAULT"
    return f"GENERATED {kind} AS IDENTITY" + (f" ({options})" if options else "")


def _type(column: Column, enums: Mapping[str, str], dialect: SqlDialect) -> str:
    if column.enum is not None and column.enum in enums:
        return enums[column.enum] + "[]" * column.type.count("[]")
    if dialect == "postgresql" and column.autoincrement and column.default is None and column.identity is None:
        return _SERIAL.get(column.type, column.type)
    return column.type


def _default(text: str, dialect: SqlDialect) -> str:
    """An expression; only PostgreSQL takes every one without parentheses."""
    plain = dialect == "postgresql" or text.startswith(("'", "(")) or text.replace(".", "").lstrip("-").isalnum()
    return text if plain or (dialect == "mysql" and _NOW.fullmatch(text)) else f"({text})"


def index_of(table: Table, index: Index, dialect: SqlDialect) -> str:
    """What creates an index."""
    name = written_name(index.name or wording.columns(tuple(each.text for each in index.columns)), dialect)
    method = f" USING {index.method}" if index.method and dialect == "postgresql" else ""
    parts = ", ".join(_part(each, dialect) for each in index.columns)
    where = f" WHERE {index.where}" if index.where and not index.parameters else ""
    unique = "UNIQUE " if index.unique else ""
    return f"CREATE {unique}INDEX {name} ON {_name(table, dialect)}{method} ({parts}){where}"


def _part(column: IndexColumn, dialect: SqlDialect) -> str:
    text = column.text if column.expression else written_name(column.text, dialect)
    nulls = f"NULLS {column.nulls}" if column.nulls else None
    return " ".join(word for word in (text, column.operator_class, column.order, nulls) if word)


def foreign_key_of(key: ForeignKey, dialect: SqlDialect) -> str:
    """A foreign key as a constraint of its table."""
    schema, _, name = key.table.rpartition(".")
    target = qualified_name(schema or None, name, dialect)
    return (
        f"{_constraint(key.name, dialect)}FOREIGN KEY {_columns(key.columns, dialect)} REFERENCES {target} "
        f"{_columns(key.ref_columns, dialect)} ON DELETE {key.on_delete} ON UPDATE {key.on_update}"
    )


# --- names -----------------------------------------------------------------------------------------------------------


def _name(table: Table, dialect: SqlDialect) -> str:
    return qualified_name(table.schema, table.name, dialect)


def qualified_name(schema: str | None, name: str, dialect: SqlDialect) -> str:
    """A name with its schema, where the database has such."""
    written = written_name(name, dialect)
    return f"{written_name(schema, dialect)}.{written}" if schema and dialect != "mysql" else written


def _columns(names: Iterable[str], dialect: SqlDialect) -> str:
    return f"({', '.join(written_name(name, dialect) for name in names)})"


def _constraint(name: str | None, dialect: SqlDialect) -> str:
    return f"CONSTRAINT {written_name(name, dialect)} " if name else ""


def _string(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
