"""What the next migration would hold: the schema against what the migrations make."""

import json
from collections.abc import Mapping
from textwrap import dedent

import pytest

from datamodel_check.model.migrations import History
from tests.extract.migrations.test_folders import journal
from tests.vocabulary import Json, read

CONFIG = "export default { dialect: '%s', schema: './schema.ts', out: './drizzle' }"

MODULES = {"postgresql": "pg-core", "mysql": "mysql-core", "sqlite": "sqlite-core"}


def history(schema: str, sql: str, dialect: str = "postgresql", more: Mapping[str, str] | None = None) -> History:
    """The one history of a repository with a Drizzle schema and one migration."""
    imports = f"import * as d from 'drizzle-orm/{MODULES[dialect]}'\nimport {{ sql }} from 'drizzle-orm'\n"
    files = {
        "package.json": '{"dependencies": {"drizzle-orm": "0.45"}}',
        "drizzle.config.ts": CONFIG % dialect,
        "schema.ts": imports + dedent(schema),
        "drizzle/meta/_journal.json": journal("0000_a").replace("postgresql", dialect),
        "drizzle/0000_a.sql": dedent(sql),
        **(more or {}),
    }
    snapshot = read({path: text.encode() for path, text in files.items()})
    (found,) = snapshot.migrations
    return found


def pending(schema: str, sql: str, dialect: str = "postgresql", more: Mapping[str, str] | None = None) -> list[str]:
    return [each.text for each in history(schema, sql, dialect, more).pending]


POSTGRESQL = "export const a = d.pgTable('a', { id: d.integer('id').primaryKey(), %s })"
MYSQL = "export const a = d.mysqlTable('a', { id: d.int('id').primaryKey(), %s })"
SQLITE = "export const a = d.sqliteTable('a', { id: d.integer('id').primaryKey(), %s })"


def test_they_agree() -> None:
    assert pending(POSTGRESQL % "", "create table a (id int primary key not null);") == []


@pytest.mark.parametrize(
    ("column", "sql"),
    [
        ("n: d.serial('n').notNull()", "n serial not null"),
        ("n: d.numeric('n', { precision: 10, scale: 2 })", "n NUMERIC(10, 2)"),
        ("n: d.timestamp('n', { precision: 3, withTimezone: true })", "n timestamptz(3)"),
        ("n: d.timestamp('n').defaultNow()", "n timestamp default CURRENT_TIMESTAMP"),
        ("n: d.varchar('n', { length: 20 }).default('x')", "n character varying(20) default 'x'::character varying"),
        ("n: d.jsonb('n').default([])", "n jsonb default '[]'::jsonb"),
        ("n: d.boolean('n').default(true)", "n bool default TRUE"),
        ("n: d.integer('n').default(1)", "n int default '1'"),
        ("n: d.text('n').array().default([])", "n text[] default '{}'"),
        ("n: d.text('n').array().default(['a', 'b'])", "n text[] default array['a', 'b']::text[]"),
        ("n: d.integer('n').unique()", 'n int constraint "whatever" unique'),
        ("n: d.integer('n').references(() => a.id)", "n int references a"),
        ("n: d.integer('n').generatedAlwaysAs(sql`id + 1`)", "n int generated always as ((id + 1)) stored"),
        ("n: d.integer('n').generatedAlwaysAsIdentity()", "n int generated always as identity"),
    ],
)  # fmt: skip
def test_two_spellings_of_one_thing_agree(column: str, sql: str) -> None:
    assert pending(POSTGRESQL % column, f"create table a (id int primary key, {sql});") == []


@pytest.mark.parametrize(
    ("column", "sql", "expected"),
    [
        ("n: d.boolean('n').notNull().default(false)", "", ["add column a.n boolean not null default false"]),
        ("", ", n text", ["drop column a.n"]),
        ("n: d.varchar('n', { length: 20 })", ", n varchar(10)", ["change a.n from varchar(10) to varchar(20)"]),
        ("n: d.text('n').notNull()", ", n text", ["set a.n not null"]),
        ("n: d.text('n')", ", n text not null", ["drop not null of a.n"]),
        ("n: d.text('n').default('x')", ", n text", ["set default of a.n to 'x'"]),
        ("n: d.text('n')", ", n text default 'x'", ["drop default of a.n"]),
        ("n: d.text('n').unique()", ", n text", ["add unique (n) to a"]),
        ("n: d.text('n')", ", n text unique", ["drop unique (n) of a"]),
        ("n: d.integer('n').references(() => a.id, { onDelete: 'cascade' })", ", n int references a (id)", [
            "drop foreign key (n) references a (id) of a",
            "add foreign key (n) references a (id) on delete cascade to a",
        ]),
        ("n: d.integer('n').generatedAlwaysAs(sql`id + 1`)", ", n int", ["generate a.n from id + 1"]),
        ("n: d.integer('n').generatedAlwaysAsIdentity()", ", n int not null", ["make a.n an identity"]),
    ],
)  # fmt: skip
def test_columns(column: str, sql: str, expected: list[str]) -> None:
    assert pending(POSTGRESQL % column, f"create table a (id int primary key{sql});") == expected


@pytest.mark.parametrize(
    ("third", "sql", "expected"),
    [
        ("d.index('i').on(t.n)", "create index i on a (n);", []),
        ("d.index('i').on(t.n)", "create index i on a using btree (n asc nulls last);", []),
        ("d.index('i').on(t.n)", "create index j on a (n);", ["rename index j of a to i"]),
        ("d.index('i').on(t.n)", "", ["add index i (n) to a"]),
        ("d.index('i').on(t.n.desc())", "create index i on a (n);", [
            "drop index i (n) of a", "add index i (n desc nulls last) to a",
        ]),
        ("d.uniqueIndex('i').on(t.n)", "alter table a add constraint i unique (n);", []),
        ("d.index('i').on(sql`lower(${t.n})`)", 'create index i on a (lower("n"));', []),
        ("d.index('i').on(t.n).where(sql`${t.n} is not null`)", "create index i on a (n) where a.n IS NOT NULL;", []),
        ("d.check('c', sql`${t.n} <> ''`)", "alter table a add constraint c check ((n <> ''));", []),
        ("d.check('c', sql`${t.n} <> ''`)", "alter table a add constraint b check (n <> '');", [
            "rename check b of a to c",
        ]),
        ("d.primaryKey({ columns: [t.id, t.n] })", "", ["drop primary key (id) of a", "add primary key (id, n) to a"]),
    ],
)  # fmt: skip
def test_constraints_and_indexes(third: str, sql: str, expected: list[str]) -> None:
    key = "" if "primaryKey" in third else ".primaryKey()"
    schema = f"export const a = d.pgTable('a', {{ id: d.integer('id'){key}, n: d.text('n') }}, (t) => [{third}])"
    made = "create table a (id int primary key, n text%s);" % (" not null" if "primaryKey" in third else "")
    assert pending(schema, f"{made} {sql}") == expected


@pytest.mark.parametrize(
    ("schema", "sql", "expected"),
    [
        ("export const e = d.pgEnum('e', ['x', 'y'])", "create type e as enum ('x', 'y');", []),
        ("export const e = d.pgEnum('e', ['x', 'y'])", "create type e as enum ('x');", ["add value y to enum e"]),
        ("export const e = d.pgEnum('e', ['x'])", "create type e as enum ('x', 'y');", ["drop value y of enum e"]),
        ("export const e = d.pgEnum('e', ['x'])", "", ["create enum e (x)"]),
        ("", "create type e as enum ('x');", ["drop enum e"]),
        ("export const b = d.pgTable('b', { n: d.text('n') })", "", ["create table b (n)"]),
        ("", "create table b (n text);", ["drop table b"]),
        ("export const v = d.pgView('v', {}).as(sql`select 1`)", "create view v as select 1;", []),
        ("export const v = d.pgView('v', {}).as(sql`select 2`)", "create view v as select 1;", ["create view v anew"]),
        ("export const v = d.pgView('v', {}).existing()", "", []),
    ],
)  # fmt: skip
def test_tables_enums_and_views(schema: str, sql: str, expected: list[str]) -> None:
    assert pending(f"{POSTGRESQL % ''}\n{schema}", f"create table a (id int primary key); {sql}") == expected


@pytest.mark.parametrize(
    ("column", "sql", "expected"),
    [
        ("n: d.boolean('n')", "n tinyint(1)", []),
        ("n: d.int('n').references(() => a.id, { onDelete: 'restrict' })", "n int references a (id)", []),
        ("n: d.varchar('n', { length: 5 }).unique()", "n varchar(5), unique index n_key (n)", []),
        ("n: d.timestamp('n').onUpdateNow()", "n timestamp", ["set a.n on update"]),
    ],
)  # fmt: skip
def test_mysql(column: str, sql: str, expected: list[str]) -> None:
    assert pending(MYSQL % column, f"create table a (id int primary key, {sql});", "mysql") == expected


@pytest.mark.parametrize(
    ("column", "sql", "expected"),
    [
        ("n: d.text('n', { length: 9 })", "n text(3)", []),
        ("n: d.integer('n', { mode: 'boolean' }).default(false)", "n integer default false", []),
        ("n: d.text('n')", "n blob", ["change a.n from blob to text"]),
    ],
)  # fmt: skip
def test_sqlite(column: str, sql: str, expected: list[str]) -> None:
    assert pending(SQLITE % column, f"create table a (id integer primary key not null, {sql});", "sqlite") == expected


def test_a_pending_change_knows_its_place() -> None:
    found = history(POSTGRESQL % "n: d.text('n')", "create table a (id int primary key);")
    assert [(each.kind, each.subject, str(each.location)) for each in found.pending] == [
        ("added", "a.n", "schema.ts:3")
    ]
    assert found.sources == ("drizzle:schema.ts",)


# --- what cannot be told ---------------------------------------------------------------------------------------------


def test_a_table_with_something_unresolved_is_left_out() -> None:
    assert pending(POSTGRESQL % "n: d.text(process.env.N)", "create table a (id int primary key);") == []


def test_a_statement_that_is_not_understood_leaves_its_history_out() -> None:
    sql = "create table a (id int primary key); create table b (id int,,);"
    assert pending(POSTGRESQL % "n: d.text('n')", sql) == []


def test_a_missing_migration_leaves_its_history_out() -> None:
    more = {"drizzle/meta/_journal.json": journal("0000_a", "0001_b")}
    assert pending(POSTGRESQL % "n: d.text('n')", "create table a (id int primary key);", more=more) == []


def test_a_folder_without_migrations_belongs_to_a_team_that_pushes() -> None:
    more = {"drizzle/meta/_journal.json": journal()}
    assert pending(POSTGRESQL % "", "", more=more) == []


# --- snapshots -------------------------------------------------------------------------------------------------------


def noted(**columns: Json) -> dict[str, str]:
    table = {"name": "a", "schema": "", "columns": {name: {"name": name, **told} for name, told in columns.items()}}
    snapshot = {"id": "1", "prevId": "0", "version": "7", "dialect": "postgresql", "tables": {"public.a": table}}
    return {"drizzle/meta/0000_snapshot.json": json.dumps(snapshot)}


ID = {"type": "integer", "primaryKey": True, "notNull": True}


def test_what_the_last_snapshot_has_the_orm_will_not_migrate() -> None:
    more = noted(id=ID, n={"type": "text", "notNull": False})
    found = history(POSTGRESQL % "n: d.text('n')", "create table a (id int primary key);", more=more)
    assert found.pending == ()
    assert [(one.kind, one.message) for one in found.irregularities] == [
        ("snapshot", "the last snapshot differs from what the migrations make: add column a.n text")
    ]


def test_a_snapshot_that_says_what_the_migrations_make_is_silent() -> None:
    found = history(POSTGRESQL % "n: d.text('n')", "create table a (id int primary key);", more=noted(id=ID))
    assert [each.text for each in found.pending] == ["add column a.n text"]
    assert found.irregularities == ()
