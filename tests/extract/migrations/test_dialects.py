"""Which database a folder is for, where its tool does not say."""

import pytest

from datamodel_check.extract.migrations.dialects import dialect
from datamodel_check.model.sql import SqlDialect


@pytest.mark.parametrize(
    ("folder", "content", "expected"),
    [
        ("migrations", "", "postgresql"),
        ("migrations", "create table t (id int)", "postgresql"),
        ("db/mysql", "create table t (id serial)", "mysql"),
        ("db/migrations-sqlite", "", "sqlite"),
        ("mariadb/migrations", "", "mysql"),
        ("mysql/sqlite", "", "sqlite"),
        ("migrations", "create table t (id INTEGER PRIMARY KEY AUTOINCREMENT)", "sqlite"),
        ("migrations", "CREATE TABLE `t` (`id` integer PRIMARY KEY NOT NULL)", "sqlite"),
        ("migrations", "CREATE TABLE `t` (`id` int AUTO_INCREMENT) ENGINE=InnoDB", "mysql"),
        ("migrations", "CREATE TABLE `t` (`name` varchar(255) NOT NULL)", "mysql"),
        ("migrations", "create table t (id bigserial, at timestamptz default now())", "postgresql"),
        ("db/clickhouse", "", None),
        ("migrations/mssql", "create table t (id int)", None),
        ("migrations", "create table t (id UInt8) ENGINE = ReplacingMergeTree order by id", None),
    ],
)
def test_dialects(folder: str, content: str, expected: SqlDialect | None) -> None:
    assert dialect(folder, [content.encode()]) == expected
