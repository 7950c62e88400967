"""What the replay says of scripts, in the form in which the databases' catalogs are asked."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from datamodel_check.extract.migrations.replay import Outcome, Replay
from datamodel_check.model.schema import Column, ForeignKey, Table
from datamodel_check.model.sql import SqlDialect
from datamodel_check.parse import sql

Json: TypeAlias = Any


def replayed(scripts: Sequence[str], dialect: SqlDialect) -> Outcome:
    """The state after the scripts, of which the replay must understand everything."""
    replay = Replay(dialect)
    for number, script in enumerate(scripts):
        read = sql.script(script.encode(), dialect)
        assert read.problems == ()
        replay.run(f"{number}.sql", read.statements)
    assert replay.conflicts == []
    return replay.outcome()


# --- SQLite ----------------------------------------------------------------------------------------------------------


def sqlite(outcome: Outcome) -> Json:
    return {"tables": {table.name: _sqlite_table(table) for table in outcome.tables}}


def _sqlite_table(table: Table) -> Json:
    return {
        "columns": {column.name: _sqlite_column(column) for column in table.columns},
        "primary_key": list(table.primary_key),
        "autoincrement": any(column.autoincrement for column in table.columns),
        "uniques": sorted(list(unique.columns) for unique in table.uniques),
        "indexes": {
            index.name: {
                "unique": index.unique,
                "columns": [
                    ("(expression)" if each.expression else each.text) + (" desc" if each.order else "")
                    for each in index.columns
                ],
                "partial": index.where is not None,
            }
            for index in table.indexes
        },
        "foreign_keys": sorted((_sqlite_key(key) for key in table.foreign_keys), key=str),
    }


def _sqlite_column(column: Column) -> Json:
    return {
        "type": column.type,
        "nullable": column.nullable,
        "default": column.default,
        "generated": column.generated is not None,
    }


def _sqlite_key(key: ForeignKey) -> Json:
    return {
        "columns": list(key.columns),
        "table": key.table,
        "ref_columns": list(key.ref_columns),
        "on_delete": key.on_delete,
        "on_update": key.on_update,
    }
