"""What the replay says of scripts, in the form in which the databases' catalogs are asked."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from datamodel_check.extract.migrations.replay import Outcome, Replay
from datamodel_check.model.schema import Column, ForeignKey, Index, Table
from datamodel_check.model.sql import AddColumn, AlterTable, SqlDialect
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
        "columns": [[column.name, _sqlite_column(column)] for column in table.columns],
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
        "default": sqlite_default(column.default),
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


# --- PostgreSQL ------------------------------------------------------------------------------------------------------


def postgresql(outcome: Outcome) -> Json:
    return {
        "enums": {enum.key: list(enum.values) for enum in outcome.enums},
        "views": sorted(view.name for view in outcome.views),
        "sequences": sorted(sequence.name for sequence in outcome.sequences),
        "tables": {table.key: _postgresql_table(table) for table in outcome.tables},
    }


def _postgresql_table(table: Table) -> Json:
    return {
        "columns": [[column.name, _postgresql_column(column)] for column in table.columns],
        "constraints": dict(_constraints(table)),
        "indexes": {index.name: _postgresql_index(index) for index in table.indexes},
        "row_level_security": table.row_level_security,
        "comment": table.comment,
    }


def _postgresql_column(column: Column) -> Json:
    default = column.generated.expression if column.generated else column.default
    if column.autoincrement and default is None:
        default = "nextval()"
    return {
        "type": _postgresql_type(column),
        "nullable": column.nullable,
        "default": plain_default(default),
        "identity": "" if column.identity is None else "a" if column.identity.always else "d",
        "generated": column.generated is not None,
        "comment": column.comment,
    }


def _postgresql_type(column: Column) -> str:
    """An enum by its key; an array without its dimensions, of which the catalog prints one."""
    kind = column.enum + "[]" * column.type.endswith("[]") if column.enum else column.type
    return re.sub(r"(\[\])+$", "[]", kind)


def _constraints(table: Table) -> Iterator[tuple[str | None, Json]]:
    if table.primary_key:
        yield table.primary_key_name, _constraint("p", table.primary_key)
    for unique in table.uniques:
        yield unique.name, _constraint("u", unique.columns)
    for key in table.foreign_keys:
        yield key.name, _constraint("f", key.columns, key)
    for check in table.checks:
        yield check.name, _constraint("c", None)


def _constraint(kind: str, columns: Sequence[str] | None, key: ForeignKey | None = None) -> Json:
    return {
        "kind": kind,
        "columns": columns and list(columns),
        "table": key and key.table,
        "ref_columns": key and list(key.ref_columns),
        "on_delete": key and key.on_delete,
        "on_update": key and key.on_update,
    }


def _postgresql_index(index: Index) -> Json:
    return {
        "unique": index.unique,
        "method": index.method or "btree",
        "partial": index.where is not None,
        "columns": [
            {
                "column": None if each.expression else each.text,
                "desc": each.order == "desc",
                "nulls first": each.nulls == "first" or (each.order == "desc" and each.nulls is None),
            }
            for each in index.columns
        ],
    }


def as_replayed(catalog: Json) -> Json:
    """PostgreSQL's catalog in the replay's spelling of types and defaults."""
    for table in catalog["tables"].values():
        table["columns"] = [[name, column] for name, column in table["columns"].items()]
        for _, column in table["columns"]:
            column["type"] = sql_type(column["type"])
            column["default"] = plain_default(column["default"])
        for constraint in table["constraints"].values():
            if constraint["kind"] == "c":
                constraint["columns"] = None
    return catalog


def sql_type(text: str) -> str:
    """A type in the replay's spelling: what a column of it would have."""
    (statement,) = sql.script(f"alter table t add c {text}".encode(), "postgresql").statements
    assert isinstance(statement.content, AlterTable)
    (action,) = statement.content.actions
    assert isinstance(action, AddColumn)
    return action.column.type.text


_CAST = re.compile(
    r'::(?:"[^"]+"|[a-z_]\w*)(?:\.(?:"[^"]+"|\w+))?(?: varying| precision| with(?:out)? time zone)?'
    r"(?:\(\d+(?:, ?\d+)?\))?(?:\[\])*"
)


def plain_default(default: str | None) -> str | None:
    """A default without what the catalog adds to it: casts, parentheses, quotes around signed numbers."""
    if default is None:
        return None
    text = sql.expression(default, "postgresql")
    text = _CAST.sub("", text).replace("INTERVAL ", "")
    text = sql.expression(re.sub(r"'(-?[\d.]+)'", r"\1", text), "postgresql")
    text = re.sub(r"^\((\w+)\)$|\((\([^()]*\))\)", r"\1\2", text)
    return "nextval()" if text.startswith("nextval(") else text


def as_replayed_sqlite(catalog: Json) -> Json:
    """SQLite's catalog in the replay's spelling of defaults."""
    for table in catalog["tables"].values():
        for _, column in table["columns"]:
            column["default"] = sqlite_default(column["default"])
    return catalog


def sqlite_default(default: str | None) -> str | None:
    """A string in double quotes is one in single quotes."""
    if default is None or default.upper() == "NULL":
        return None
    return sql.expression(re.sub(r'^"(.*)"$', r"'\1'", default), "sqlite")


# --- MariaDB ---------------------------------------------------------------------------------------------------------


def mariadb(outcome: Outcome) -> Json:
    return {"tables": {table.name: _mariadb_table(table) for table in outcome.tables}}


def _mariadb_table(table: Table) -> Json:
    indexes = {index.name: _mariadb_index(index) for index in table.indexes}
    indexes |= {
        unique.name: {"unique": True, "method": "BTREE", "columns": list(unique.columns)} for unique in table.uniques
    }
    if table.primary_key:
        indexes["PRIMARY"] = {"unique": True, "method": "BTREE", "columns": list(table.primary_key)}
    return {
        "columns": [[column.name, _mariadb_column(column)] for column in table.columns],
        "indexes": indexes,
        "foreign_keys": {key.name: _sqlite_key(key) for key in table.foreign_keys},
        "comment": table.comment,
    }


def _mariadb_index(index: Index) -> Json:
    method = "BTREE" if index.method is None else index.method.upper()
    return {"unique": index.unique, "method": method, "columns": [column.text for column in index.columns]}


def _mariadb_column(column: Column) -> Json:
    return {
        "type": column.type,
        "nullable": column.nullable,
        "default": mysql_default(column.default),
        "autoincrement": column.autoincrement,
        "on_update": column.on_update is not None,
        "comment": column.comment,
        "generated": column.generated is not None,
    }


def mysql_default(default: str | None) -> str | None:
    """A default in one spelling: the catalog has numbers without quotes, and functions with parentheses."""
    if default is None:
        return None
    text = sql.expression(default, "mysql").lower()
    text = re.sub(r"^'(-?[\d.]+)'$", r"\1", text)
    text = re.sub(r"\b(?:now|current_timestamp)\b(?:\((\d*)\))?", r"current_timestamp(\1)", text)
    return {"true": "1", "false": "0"}.get(text, text)


def as_replayed_mariadb(catalog: Json) -> Json:
    """MariaDB's catalog as MySQL's would be, and without the indexes that foreign keys get by themselves."""
    for table in catalog["tables"].values():
        for _, column in table["columns"]:
            extra = column.pop("extra").lower()
            column["type"] = mysql_type(column["type"])
            column["default"] = mysql_default(column["default"])
            column["autoincrement"] = "auto_increment" in extra
            column["on_update"] = "on update" in extra
        for key in table["foreign_keys"].values():
            key["on_delete"], key["on_update"] = (_rule(key[rule]) for rule in ("on_delete", "on_update"))
    return catalog


def _rule(rule: str) -> str:
    """They are one, and MariaDB prints the former for what is left out."""
    return "no action" if rule == "restrict" else rule


def mysql_type(text: str) -> str:
    (statement,) = sql.script(f"alter table t add c {text}".encode(), "mysql").statements
    assert isinstance(statement.content, AlterTable)
    (action,) = statement.content.actions
    assert isinstance(action, AddColumn)
    return action.column.type.text


def same_rules(replayed: Json) -> Json:
    for table in replayed["tables"].values():
        for key in table["foreign_keys"].values():
            key["on_delete"], key["on_update"] = (_rule(key[rule]) for rule in ("on_delete", "on_update"))
    return replayed


def without_implicit_indexes(catalog: Json, replayed: Json) -> Json:
    """Those of the catalog's indexes that are on the columns of a foreign key and that the replay does not know."""
    for name, table in catalog["tables"].items():
        keys = [key["columns"] for key in table["foreign_keys"].values()]
        known = replayed["tables"].get(name, {}).get("indexes", {})
        table["indexes"] = {
            index: facts for index, facts in table["indexes"].items() if index in known or facts["columns"] not in keys
        }
    return catalog
