"""Folders of migrations, each by its tool's marks, in the order in which they run."""

import json

import pytest

from datamodel_check.extract.protocol import Settings
from tests.extract.migrations.vocabulary import finds, found, history

A, B, C = "create table a (id int);", "create table b (id int);", "create table c (id int);"


def journal(*tags: str, dialect: str = "postgresql") -> str:
    entries = [{"idx": number, "when": 1000 + number, "tag": tag} for number, tag in enumerate(tags)]
    return json.dumps({"version": "7", "dialect": dialect, "entries": entries}, indent=2)


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"queries/find.sql": "select 1;"},
        {"seed.sql": A, "db/001_seed.sql": A},
        {"migrations/readme.sql": A},
        {"meta/_journal.json": "{", "0000_a.sql": A},
        {"migrations/down.sql": "drop table a;"},
    ],
)
def test_what_is_no_folder_of_migrations(files: dict[str, str]) -> None:
    finds(files, "")


def test_drizzle_kit() -> None:
    finds(
        {
            "db/drizzle/meta/_journal.json": journal("0000_b", "0001_a", dialect="mysql"),
            "db/drizzle/0000_b.sql": "CREATE TABLE `b` (`id` int)\n--> statement-breakpoint\n\nCREATE TABLE c (id int)",
            "db/drizzle/0001_a.sql": A,
        },
        """
        drizzle-kit db/drizzle mysql: a(id), b(id), c(id)
          0000_b db/drizzle/0000_b.sql:1: create table b; create table c
          0001_a db/drizzle/0001_a.sql:1: create table a
        """,
    )


def test_drizzle_kit_with_a_folder_for_each_migration() -> None:
    finds(
        {
            "drizzle/20240101000000_a/migration.sql": A,
            "drizzle/20240101000000_a/snapshot.json": "{}",
            "drizzle/20240102000000_b/migration.sql": B,
        },
        """
        drizzle-kit drizzle postgresql: a(id), b(id)
          20240101000000_a drizzle/20240101000000_a/migration.sql:1: create table a
          20240102000000_b drizzle/20240102000000_b/migration.sql:1: create table b
        """,
    )


def test_prisma_migrate() -> None:
    finds(
        {
            "prisma/migrations/migration_lock.toml": '# comment\nprovider = "mysql"\n',
            "prisma/migrations/20240101_b copy/migration.sql": B,
            "prisma/migrations/20240101000000_a/migration.sql": A,
        },
        """
        prisma-migrate prisma/migrations mysql: a(id), b(id)
          20240101000000_a prisma/migrations/20240101000000_a/migration.sql:1: create table a
          20240101_b copy prisma/migrations/20240101_b copy/migration.sql:1: create table b
        """,
    )


def test_diesel() -> None:
    finds(
        {
            "migrations/2024-01-01-000000_a/up.sql": A,
            "migrations/2024-01-01-000000_a/down.sql": "drop table a;",
            "migrations/2024-01-02-000000_b/up.sql": B,
        },
        """
        diesel migrations postgresql: a(id), b(id)
          2024-01-01-000000_a migrations/2024-01-01-000000_a/up.sql:1: create table a
          2024-01-02-000000_b migrations/2024-01-02-000000_b/up.sql:1: create table b
        """,
    )


@pytest.mark.parametrize(("beside", "tool"), [("go.mod", "golang-migrate"), ("server/Cargo.toml", "sqlx")])
def test_pairs(beside: str, tool: str) -> None:
    finds(
        {
            beside: "",
            "server/db/10_c.up.sql": C,
            "server/db/9_b.up.sql": B,
            "server/db/9_b.down.sql": "drop table b;",
            "server/db/8_a.up.sql": A,
        },
        f"""
        {tool} server/db postgresql: a(id), b(id), c(id)
          8_a server/db/8_a.up.sql:1: create table a
          9_b server/db/9_b.up.sql:1: create table b
          10_c server/db/10_c.up.sql:1: create table c
        """,
    )


def test_flyway() -> None:
    finds(
        {
            "db/V1.10__c.sql": C,
            "db/V1.9__b.sql": B,
            "db/V1__a.sql": A,
            "db/U1__a.sql": "drop table a;",
            "db/R__view.sql": "create or replace view v as select 1;",
        },
        """
        flyway db postgresql: a(id), b(id), c(id)
          V1__a db/V1__a.sql:1: create table a
          V1.9__b db/V1.9__b.sql:1: create table b
          V1.10__c db/V1.10__c.sql:1: create table c
          R__view db/R__view.sql:1: create view v
        """,
    )


@pytest.mark.parametrize(
    ("tool", "up", "down"),
    [
        ("goose", "-- +goose Up\n-- +goose StatementBegin", "-- +goose StatementEnd\n-- +goose Down"),
        ("dbmate", "-- migrate:up transaction:false", "-- migrate:down"),
        ("sql-migrate", "-- +migrate Up", "-- +migrate Down"),
    ],
)
def test_sections(tool: str, up: str, down: str) -> None:
    finds(
        {"db/migrations/1_a.sql": f"{up}\n{A}\n{down}\ndrop table a;\n"},
        f"""
        {tool} db/migrations postgresql: a(id)
          1_a db/migrations/1_a.sql:1: create table a
        """,
    )


@pytest.mark.parametrize(
    ("path", "beside", "tool"),
    [
        ("migrations", "package.json", "sql"),
        ("migrations", "wrangler.toml", "wrangler"),
        ("supabase/migrations", "supabase/config.toml", "supabase"),
        ("crate/migrations", "crate/Cargo.toml", "sqlx"),
    ],
)
def test_plain_numbers(path: str, beside: str, tool: str) -> None:
    finds(
        {beside: "", f"{path}/2_b.sql": B, f"{path}/1_a.sql": A, f"{path}/2_b_down.sql": "drop table b;"},
        f"""
        {tool} {path} postgresql: a(id), b(id)
          1_a {path}/1_a.sql:1: create table a
          2_b {path}/2_b.sql:1: create table b
        """,
    )


def test_versions_and_a_whole_schema_for_new_databases() -> None:
    files = {
        "db/migration/0.10/00__c.sql": C,
        "db/migration/0.9/01__b.sql": "alter table base add x int;",
        "db/migration/0.9/00__a.sql": A,
        "db/migration/LATEST.sql": f"{A} {C} create table base (id int, x int);",
    }
    finds(
        files,
        """
        sql db/migration postgresql from db/migration/LATEST.sql: a(id), base(id x), c(id)
          0.9/00__a db/migration/0.9/00__a.sql:1: create table a
          0.9/01__b db/migration/0.9/01__b.sql:1:
          0.10/00__c db/migration/0.10/00__c.sql:1: create table c
        """,
    )
    del files["db/migration/LATEST.sql"]
    (one,) = history(files).irregularities
    assert one.message == "no earlier migration creates the table base"


def test_several_histories() -> None:
    finds(
        {
            "db/mysql/migrations/1_a.sql": A,
            "db/postgres/migrations/1_a.sql": A,
            "db/sqlite/migrations/1_a.sql": A,
            "db/clickhouse/migrations/1_a.sql": A,
            "packages/x/prisma/migrations/1_a/migration.sql": A,
        },
        """
        sql db/mysql/migrations mysql: a(id)
          1_a db/mysql/migrations/1_a.sql:1: create table a
        sql db/postgres/migrations postgresql: a(id)
          1_a db/postgres/migrations/1_a.sql:1: create table a
        sql db/sqlite/migrations sqlite: a(id)
          1_a db/sqlite/migrations/1_a.sql:1: create table a
        prisma-migrate packages/x/prisma/migrations postgresql: a(id)
          1_a packages/x/prisma/migrations/1_a/migration.sql:1: create table a
        passed over db/clickhouse/migrations: of a database whose SQL is not read
        """,
    )


def test_decoys_are_passed_over_unless_they_are_named() -> None:
    files = {"tests/migrations/1_a.sql": A}
    finds(files, "passed over tests/migrations: in a tests folder")
    named = Settings(sources=("tests/**",))
    assert [history.folder for history in found(files, named).histories] == ["tests/migrations"]


def test_statements_that_are_not_understood_cost_no_more_than_themselves() -> None:
    finds(
        {"migrations/1_a.sql": f"{A}\nhuh;\n{B}"},
        """
        sql migrations postgresql: a(id), b(id)
          1_a migrations/1_a.sql:1: create table a; create table b
        unreadable migrations/1_a.sql:2: this statement could not be understood: expected a statement, found `huh`
        """,
    )
