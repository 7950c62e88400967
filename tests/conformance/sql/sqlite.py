"""Asks the real SQLite, the one in Python's standard library."""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from tests.conformance.sql.judge import Json


def catalog(scripts: Sequence[str]) -> Json:
    """The tables that the scripts make, one after the other."""
    connection = sqlite3.connect(":memory:")
    try:
        for script in scripts:
            connection.executescript(script)
        return {"tables": {name: _table(connection, name, sql) for name, sql in _tables(connection)}}
    finally:
        connection.close()


def _tables(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    yield from connection.execute(
        "select name, sql from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name"
    )


def _rows(connection: sqlite3.Connection, pragma: str, name: str) -> list[Any]:
    return connection.execute(f"select * from pragma_{pragma}(?)", (name,)).fetchall()  # noqa: S608  written here


def _table(connection: sqlite3.Connection, name: str, sql: str) -> Json:
    infos = _rows(connection, "table_xinfo", name)
    indexes = _rows(connection, "index_list", name)
    return {
        "columns": [[info[1], _column(info)] for info in infos],
        "primary_key": _primary_key(connection, name),
        "autoincrement": bool(re.search(r"\bautoincrement\b", sql, re.IGNORECASE)),
        "uniques": sorted(_columns(connection, index[1]) for index in indexes if index[3] == "u"),
        "indexes": {
            index[1]: {"unique": bool(index[2]), "columns": _columns(connection, index[1]), "partial": bool(index[4])}
            for index in indexes
            if index[3] == "c"
        },
        "foreign_keys": sorted(_foreign_keys(connection, name), key=str),
    }


def _primary_key(connection: sqlite3.Connection, table: str) -> list[str]:
    infos = _rows(connection, "table_xinfo", table)
    return [info[1] for info in sorted(infos, key=lambda info: info[5]) if info[5]]


def _column(info: Any) -> Json:
    _, _, type_, not_null, default, _, hidden = info
    generated = hidden in {2, 3}
    type_ = re.sub(r"\s*generated always$", "", type_, flags=re.IGNORECASE) if generated else type_
    return {
        "type": type_.lower().replace(", ", ","),
        "nullable": not not_null,
        "default": default,
        "generated": generated,
    }


def _columns(connection: sqlite3.Connection, index: str) -> list[str]:
    """Their names; an expression has none."""
    return [
        (row[2] or "(expression)") + (" desc" if row[3] else "")
        for row in _rows(connection, "index_xinfo", index)
        if row[5]
    ]


def _foreign_keys(connection: sqlite3.Connection, table: str) -> Iterator[Json]:
    keys: dict[int, list[Any]] = {}
    for row in _rows(connection, "foreign_key_list", table):
        keys.setdefault(row[0], []).append(row)
    for rows in keys.values():
        rows.sort(key=lambda row: row[1])
        yield {
            "columns": [row[3] for row in rows],
            "table": rows[0][2],
            "ref_columns": [row[4] for row in rows if row[4]] or _primary_key(connection, rows[0][2]),
            "on_delete": rows[0][6].lower(),
            "on_update": rows[0][5].lower(),
        }
