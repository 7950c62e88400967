"""Asks the real MariaDB, which stands for MySQL as well: Debian has no other."""

import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from tests.conformance.installed import program
from tests.conformance.sql import server
from tests.conformance.sql.judge import Json

_FOLDERS = ("/usr/sbin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin")

_COLUMNS = """
select table_name, column_name, column_type, is_nullable = 'YES', column_default, extra, column_comment,
  generation_expression is not null and generation_expression <> ''
from information_schema.columns where table_schema = database() order by table_name, ordinal_position
"""
_INDEXES = """
select table_name, index_name, non_unique = 0, index_type, column_name
from information_schema.statistics where table_schema = database() order by table_name, index_name, seq_in_index
"""
_FOREIGN_KEYS = """
select k.table_name, k.constraint_name, k.column_name, k.referenced_table_name, k.referenced_column_name,
  lower(r.delete_rule), lower(r.update_rule)
from information_schema.key_column_usage k join information_schema.referential_constraints r
  on r.constraint_schema = k.table_schema and r.constraint_name = k.constraint_name and r.table_name = k.table_name
where k.table_schema = database() and k.referenced_table_name is not null
order by k.table_name, k.constraint_name, k.ordinal_position
"""
_TABLES = """
select table_name, table_comment from information_schema.tables
where table_schema = database() and table_type = 'BASE TABLE' order by table_name
"""


class MariaDb:
    """A running server, which makes a database for every question."""

    def __init__(self, client: str, socket: str) -> None:
        self._client = [client, "--no-defaults", f"--socket={socket}", "--user=root", "--default-character-set=utf8mb4"]
        self._count = 0

    def catalog(self, scripts: Sequence[str]) -> Json:
        """What the catalog says after the scripts, each of them run by a session of its own."""
        self._count += 1
        database = f"case{self._count}"
        server.run([*self._client], f"create database {database} character set utf8mb4")
        for script in scripts:
            server.run([*self._client, database], script)
        return self._read(database)

    def _read(self, database: str) -> Json:
        tables = {name: _empty(comment) for name, comment in self._rows(database, _TABLES)}
        for table, name, *fact in self._rows(database, _COLUMNS):
            if table in tables:
                tables[table]["columns"].append([name, _column(fact)])
        for table, name, unique, method, column in self._rows(database, _INDEXES):
            index = tables[table]["indexes"].setdefault(
                name, {"unique": unique == "1", "method": method, "columns": []}
            )
            index["columns"].append(column)
        for table, name, column, other, ref_column, on_delete, on_update in self._rows(database, _FOREIGN_KEYS):
            key = tables[table]["foreign_keys"].setdefault(
                name,
                {"columns": [], "table": other, "ref_columns": [], "on_delete": on_delete, "on_update": on_update},
            )
            key["columns"].append(column)
            key["ref_columns"].append(ref_column)
        return {"tables": tables}

    def _rows(self, database: str, query: str) -> Iterator[list[str]]:
        """Rows as text; the client escapes tabs and line breaks in values."""
        for line in server.run([*self._client, "--batch", "--skip-column-names", database], query).splitlines():
            yield line.split("\t")


def _empty(comment: str) -> Json:
    return {"columns": [], "indexes": {}, "foreign_keys": {}, "comment": comment or None}


def _column(fact: Sequence[str]) -> Json:
    type_, nullable, default, extra, comment, generated = fact
    return {
        "type": type_,
        "nullable": nullable == "1",
        "default": None if default == "NULL" else default,
        "extra": extra,
        "comment": comment or None,
        "generated": generated == "1",
    }


@contextmanager
def running() -> Iterator[MariaDb | None]:
    """A server, or None where MariaDB is not installed."""
    install, daemon, client = (program(name, *_FOLDERS) for name in ("mariadb-install-db", "mariadbd", "mariadb"))
    if install is None or daemon is None or client is None:
        yield None
        return
    with server.folder() as folder:
        data, socket = os.path.join(folder, "data"), os.path.join(folder, "socket")
        options = [f"--datadir={data}", f"--tmpdir={folder}"]
        server.run([install, "--no-defaults", *options, "--auth-root-authentication-method=normal", "--skip-test-db"])
        command = [daemon, "--no-defaults", *options, f"--socket={socket}", "--skip-networking"]
        process = subprocess.Popen(
            server.as_somebody([*command, f"--pid-file={folder}/pid", "--innodb-flush-log-at-trx-commit=0"]),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
        )
        try:
            _wait(process, socket)
            yield MariaDb(client, socket)
        finally:
            process.terminate()
            process.wait()


def _wait(process: "subprocess.Popen[bytes]", socket: str) -> None:
    """Until the server listens: it tells nobody but those who ask."""
    for _ in range(600):
        if os.path.exists(socket):
            return
        assert process.poll() is None, "MariaDB does not start"
        time.sleep(0.05)
    raise AssertionError("MariaDB does not start")
