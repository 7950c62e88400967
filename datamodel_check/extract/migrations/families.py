"""What a model cannot work without: its columns, and types that hold what it writes.

Sequelize compares its models with nothing: migrations say lengths, defaults, keys and indexes that models leave out,
and nobody makes the one follow the other. So `STRING` and `text` are the same here, and `INTEGER` and `text` are not.
"""

import re
from collections.abc import Iterator

from datamodel_check.extract.migrations import wording
from datamodel_check.model.migrations import Pending
from datamodel_check.model.schema import Column, Table
from datamodel_check.model.sql import SqlDialect

_FAMILIES: dict[str, str] = {
    **dict.fromkeys(
        ("bigint", "bigserial", "int", "integer", "mediumint", "serial", "smallint", "smallserial"), "whole"
    ),
    **dict.fromkeys(("double", "double precision", "float", "real"), "float"),
    **dict.fromkeys(("decimal", "numeric", "number"), "decimal"),
    **dict.fromkeys(("char", "character", "character varying", "citext", "enum", "varchar"), "text"),
    **dict.fromkeys(("longtext", "mediumtext", "text", "tinytext"), "text"),
    **dict.fromkeys(("binary", "blob", "bytea", "longblob", "mediumblob", "tinyblob", "varbinary"), "bytes"),
    **dict.fromkeys(("datetime", "timestamp", "timestamp with time zone", "timestamp without time zone"), "moment"),
    **dict.fromkeys(("time", "time with time zone", "time without time zone"), "time"),
    **dict.fromkeys(("json", "jsonb"), "json"),
    **dict.fromkeys(("bool", "boolean", "tinyint"), "boolean"),
}
"""Types → what they hold."""

_ALIKE: dict[SqlDialect, dict[str, str]] = {
    "postgresql": {},
    "mysql": {"boolean": "whole", "json": "text"},
    "sqlite": {
        "boolean": "whole",
        "decimal": "float",
        "json": "text",
        "moment": "text",
        "uuid": "text",
        "date": "text",
    },
}
"""What databases keep alike: https://mariadb.com/kb/en/json/, https://www.sqlite.org/datatype3.html."""

_BESIDE = re.compile(r"\(.*?\)| binary\b| unsigned\b| zerofill\b| collate \S+")


def of_columns(wanted: Table, made: Table, dialect: SqlDialect) -> Iterator[Pending]:
    """Columns that are missing, and those that hold something else."""
    columns = {column.name: column for column in made.columns}
    for column in wanted.columns:
        subject = f"{wanted.key}.{column.name}"
        there = columns.get(column.name)
        if there is None:
            yield Pending("added", subject, f"add column {wanted.key}.{wording.column(column)}")
        elif family(column, dialect) != family(there, dialect):
            yield Pending("changed", subject, f"change {subject} from {there.type} to {column.type}")


def family(column: Column, dialect: SqlDialect) -> str:
    """What a column holds."""
    lists = "[]" * column.type.count("[]")
    plain = _BESIDE.sub("", column.type.lower()).replace("[]", "").strip()
    found = "text" if column.enum is not None else _FAMILIES.get(plain, plain)
    return _ALIKE[dialect].get(found, found) + lists
