"""Statements of every kind: what they come to, and what is passed over by name."""

import pytest

from datamodel_check.model import sql
from datamodel_check.model.schema import Identity, IndexColumn
from datamodel_check.model.sql import (
    AddColumn,
    AddConstraint,
    AddIndex,
    CheckKey,
    ColumnDefinition,
    DataType,
    DropColumn,
    DropConstraint,
    IndexDefinition,
    Like,
    ModifyColumn,
    ObjectName,
    OtherAction,
    PassedOver,
    PrimaryKey,
    Reference,
    SqlDialect,
    UniqueKey,
)
from tests.parse.sql.vocabulary import actions, content, contents, problems

T = ObjectName(None, "t")
A = IndexColumn("a")
INT = DataType("integer")


@pytest.mark.parametrize(
    ("dialect", "source", "expected"),
    [
        ("postgresql", "create table if not exists T ()", sql.CreateTable(T, if_not_exists=True)),
        ("postgresql", "create temp table t (a int)",
         sql.CreateTable(T, (ColumnDefinition("a", INT),), temporary=True)),
        ("postgresql", "create table t as select 1", sql.CreateTable(T, query=True)),
        ("postgresql", "create table t partition of p for values in (1)",
         sql.CreateTable(T, partition_of=ObjectName(None, "p"))),
        ("postgresql", "create table t (like p including all excluding indexes) inherits (q) with (fillfactor = 70)",
         sql.CreateTable(T, likes=(Like(ObjectName(None, "p"), frozenset({"all"})),),
                         inherits=(ObjectName(None, "q"),))),
        ("mysql", "create table t like p",
         sql.CreateTable(T, likes=(Like(ObjectName(None, "p"), frozenset({"all"})),))),
        ("mysql", "create table t (index i (a(10), b desc), fulltext (c)) engine=InnoDB comment='x'",
         sql.CreateTable(T, indexes=(IndexDefinition("i", (A, IndexColumn("b", order="desc"))),
                                     IndexDefinition(None, (IndexColumn("c"),), method="fulltext")), comment="x")),
        ("sqlite", "create table t (a primary key, unique (a)) without rowid, strict", sql.CreateTable(
            T, (ColumnDefinition("a", DataType(""), constraints=(PrimaryKey(None, ("a",)),)),),
            (UniqueKey(None, ("a",)),), without_rowid=True, strict=True)),
        ("postgresql", "drop table if exists t, s.u cascade", sql.DropTable((T, ObjectName("s", "u")), if_exists=True)),
        ("postgresql", "create unique index concurrently if not exists i on only t using gin (a)",
         sql.CreateIndex(T, IndexDefinition("i", (A,), unique=True, method="gin"), if_not_exists=True)),
        ("postgresql", "create index on t(lower(a) text_ops desc nulls last,b asc)include(c)with(x=7)where a>1",
         sql.CreateIndex(T, IndexDefinition(
             None, (IndexColumn("lower(a)", True, "desc", "last", "text_ops"), IndexColumn("b")),
             where="a > 1", options=(("include", "c"), ("with.x", "7"))))),
        ("postgresql", "create index i on t (a vector_cosine_ops, (b || c), d gin_ops (siglen=32))",
         sql.CreateIndex(T, IndexDefinition("i", (
             IndexColumn("a", operator_class="vector_cosine_ops"), IndexColumn("b || c", expression=True),
             IndexColumn("d", operator_class="gin_ops(siglen = 32)"))))),
        ("postgresql", "create index i on t (a nulls first) nulls not distinct",
         sql.CreateIndex(T, IndexDefinition("i", (IndexColumn("a", nulls="first"),),
                                            options=(("nulls not distinct", "true"),)))),
        ("postgresql", "drop index concurrently if exists s.i, j", sql.DropIndex(
            (ObjectName("s", "i"), ObjectName(None, "j")), if_exists=True)),
        ("mysql", "drop index i on t algorithm=inplace", sql.DropIndex((ObjectName(None, "i"),), T)),
        ("postgresql", "alter index if exists i rename to j",
         sql.RenameIndex(ObjectName(None, "i"), "j", if_exists=True)),
        ("postgresql", "create type T as enum ('a', 'it''s')", sql.CreateEnum(T, ("a", "it's"))),
        ("postgresql", "alter type t add value if not exists 'b' before 'a'",
         sql.AddEnumValue(T, "b", "a", before=True, if_not_exists=True)),
        ("postgresql", "alter type t rename value 'a' to 'b'", sql.RenameEnumValue(T, "a", "b")),
        ("postgresql", "alter type t rename to u", sql.RenameType(T, "u")),
        ("postgresql", "alter type t set schema s", sql.SetTypeSchema(T, "s")),
        ("postgresql", "drop type if exists t cascade", sql.DropType((T,), if_exists=True, cascade=True)),
        ("postgresql", "create sequence if not exists s.q as int start 5 owned by t.a", sql.CreateSequence(
            ObjectName("s", "q"), (("startWith", "5"), ("type", "int")), if_not_exists=True, owned_by=(T, "a"))),
        ("postgresql", "alter sequence q owned by s.t.a",
         sql.AlterSequence(ObjectName(None, "q"), owned_by=(ObjectName("s", "t"), "a"))),
        ("postgresql", "create schema if not exists s authorization joe", sql.CreateSchema("s")),
        ("postgresql", "drop schema if exists s cascade", sql.DropSchema(("s",))),
        ("postgresql", "alter schema s rename to r", sql.RenameSchema("s", "r")),
        ("postgresql", "create or replace view t (x) as select  A from b",
         sql.CreateView(T, "SELECT a FROM b", replace=True)),
        ("mysql", "create algorithm=merge definer=`r`@`%` sql security definer view t as select 1",
         sql.CreateView(T, "SELECT 1")),
        ("postgresql", "drop materialized view if exists t", sql.DropView((T,), if_exists=True)),
        ("postgresql", "comment on column s.t.a is 'x'", sql.Comment(ObjectName("s", "t"), "a", "x")),
        ("postgresql", "comment on table t is null", sql.Comment(T, None, None)),
        ("postgresql", "set search_path = auth, public", sql.SetSearchPath("auth")),
        ("postgresql", "set local search_path to 'public'", sql.SetSearchPath(None)),
        ("sqlite", "PRAGMA foreign_keys=OFF", sql.SetPragma("foreign_keys", on=False)),
        ("sqlite", "pragma legacy_alter_table(1)", sql.SetPragma("legacy_alter_table", on=True)),
    ],
)  # fmt: skip
def test_statements(dialect: SqlDialect, source: str, expected: sql.Content) -> None:
    assert content(source, dialect) == expected


def test_mysql_renames_several_tables_at_once() -> None:
    u, v = ObjectName(None, "u"), ObjectName(None, "v")
    assert contents("rename table t to u, u to v", "mysql") == [sql.RenameTable(T, u), sql.RenameTable(u, v)]


@pytest.mark.parametrize(
    ("dialect", "source", "expected"),
    [
        ("postgresql", "add a int", AddColumn(ColumnDefinition("a", INT))),
        ("postgresql", "add column if not exists a int", AddColumn(ColumnDefinition("a", INT), if_not_exists=True)),
        ("mysql", "add a int first", AddColumn(ColumnDefinition("a", DataType("int")), after="")),
        ("mysql", "add column a int after b", AddColumn(ColumnDefinition("a", DataType("int")), after="b")),
        ("postgresql", "add constraint c check (a > 0) not valid", AddConstraint(CheckKey("c", "a > 0"))),
        ("postgresql", "add primary key (a, b)", AddConstraint(PrimaryKey(None, ("a", "b")))),
        ("postgresql", "add constraint p primary key using index i", AddConstraint(PrimaryKey("p", (), "i"))),
        ("postgresql", "add unique nulls not distinct (a)", AddConstraint(UniqueKey(None, ("a",), True))),
        ("postgresql", "add foreign key (a) references b (c) on update restrict",
         AddConstraint(Reference(None, ("a",), ObjectName(None, "b"), ("c",), on_update="restrict"))),
        ("mysql", "add unique key u (a(5) desc)", AddConstraint(UniqueKey("u", ("a",)))),
        ("mysql", "add fulltext index i (a)", AddIndex(IndexDefinition("i", (A,), method="fulltext"))),
        ("mysql", "add constraint fk foreign key named (a) references b (c)",
         AddConstraint(Reference("fk", ("a",), ObjectName(None, "b"), ("c",)))),
        ("postgresql", "drop column if exists a cascade", DropColumn("a", if_exists=True)),
        ("postgresql", "drop a", DropColumn("a")),
        ("postgresql", "drop constraint if exists c", DropConstraint("c", if_exists=True)),
        ("mysql", "drop primary key", DropConstraint(None, kind="primary key")),
        ("mysql", "drop foreign key c", DropConstraint("c", kind="foreign key")),
        ("mysql", "drop key c", DropConstraint("c", kind="index")),
        ("mysql", "drop check c", DropConstraint("c", kind="check")),
        ("mysql", "modify column a int not null", ModifyColumn("a", ColumnDefinition("a", DataType("int"), False))),
        ("mysql", "change a b int after c", ModifyColumn("a", ColumnDefinition("b", DataType("int")), "c")),
        ("sqlite", 'alter column "a" to "a" text not null',
         ModifyColumn("a", ColumnDefinition("a", DataType("text"), False))),
        ("postgresql", 'alter "a" set data type int collate "C" using a::int', sql.SetType("a", INT)),
        ("postgresql", "alter column a type int", sql.SetType("a", INT)),
        ("postgresql", "alter a set default ( 1 )", sql.SetDefault("a", "1")),
        ("postgresql", "alter a drop default", sql.SetDefault("a", None)),
        ("postgresql", "alter a set not null", sql.SetNullable("a", nullable=False)),
        ("postgresql", "alter a drop not null", sql.SetNullable("a", nullable=True)),
        ("postgresql", "alter a add generated by default as identity", sql.SetIdentity("a", Identity(always=False))),
        ("postgresql", "alter a set generated always", sql.SetIdentity("a", Identity(always=True))),
        ("postgresql", "alter a drop identity if exists", sql.SetIdentity("a", None)),
        ("postgresql", "alter a drop expression", sql.SetGenerated("a", None)),
        ("postgresql", "alter a set expression as (b + 1)", sql.SetGenerated("a", "b + 1")),
        ("postgresql", "alter column a set statistics 100", OtherAction("set statistics 100")),
        ("postgresql", "rename to u", sql.SetTableName(ObjectName(None, "u"))),
        ("mysql", "rename as u", sql.SetTableName(ObjectName(None, "u"))),
        ("postgresql", "rename a to b", sql.RenameColumn("a", "b")),
        ("postgresql", "rename constraint a to b", sql.RenameConstraint("a", "b")),
        ("mysql", "rename index a to b", sql.RenameTableIndex("a", "b")),
        ("postgresql", "set schema s", sql.SetTableSchema("s")),
        ("postgresql", "enable row level security", sql.SetRowLevelSecurity(enabled=True)),
        ("postgresql", "owner to joe", OtherAction("owner to joe")),
        ("mysql", "engine = innodb", OtherAction("engine = innodb")),
        ("mysql", "comment = 'x'", sql.SetTableComment("x")),
    ],
)  # fmt: skip
def test_alterations(dialect: SqlDialect, source: str, expected: object) -> None:
    assert actions(source, dialect) == (expected,)


def test_alterations_in_one_statement() -> None:
    assert actions("drop a, add b int default 1") == (
        DropColumn("a"),
        AddColumn(ColumnDefinition("b", INT, default="1")),
    )


@pytest.mark.parametrize(
    ("dialect", "source", "what", "name"),
    [
        ("postgresql", "insert into \"User\" (a) values (';')", "insert", "User"),
        ("sqlite", "insert or replace into t values (1)", "insert", "t"),
        ("postgresql", "update only s.t set a = 1", "update", "s.t"),
        ("postgresql", "delete from t", "delete", "t"),
        ("postgresql", "truncate table t", "truncate", "t"),
        ("postgresql", "with x as (select 1) insert into t select * from x", "with", None),
        ("postgresql", "select 1", "select", None),
        ("postgresql", "(select 1)", "select", None),
        (
            "postgresql",
            "create or replace function f() returns int as $$ select 1; $$ language sql",
            "create function",
            "f",
        ),
        ("postgresql", "create constraint trigger g after insert on t execute function f()", "create trigger", "g"),
        ("sqlite", "create trigger if not exists g after update on t begin select 1; end", "create trigger", "g"),
        ("mysql", "create definer=`r`@`%` procedure p() begin select 1; end", "create procedure", "p"),
        ("postgresql", "create policy p on t using (true)", "create policy", "p"),
        ("postgresql", "grant select on t to joe", "grant", None),
        (
            "postgresql",
            'create extension if not exists "uuid-ossp" with schema public',
            "create extension",
            "uuid-ossp",
        ),
        ("postgresql", "create domain d as text check (value <> '')", "create domain", "d"),
        ("postgresql", "create type t as (a int, b text)", "create type", "t"),
        ("sqlite", "create virtual table t using fts5(a, b)", "create virtual table", "t"),
        (
            "postgresql",
            "alter default privileges in schema s grant all on tables to joe",
            "alter default privileges",
            "in",
        ),
        ("postgresql", "comment on function f() is 'x'", "comment on function", None),
        ("postgresql", "begin", "begin", None),
        ("postgresql", "set statement_timeout = 0", "set", None),
        ("mysql", "set foreign_key_checks=0", "set", None),
        ("mysql", "lock tables t write", "lock", None),
        ("postgresql", "refresh materialized view v", "refresh", None),
    ],
)
def test_passed_over_by_name(dialect: SqlDialect, source: str, what: str, name: str | None) -> None:
    (found,) = contents(source, dialect)
    assert isinstance(found, PassedOver)
    assert (found.what, found.name and str(found.name)) == (what, name)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("frobnicate the table", "expected a statement, found `frobnicate`"),
        ("create thing x", "expected what to create, found `thing`"),
        ("drop", "expected what to drop, found the end of the statement"),
        ("alter table", "expected a table, found the end of the statement"),
        ("drop table a b", "expected the end of the statement, found `b`"),
        ("create index i on t", "expected `(`, found the end of the statement"),
        ("create table t (a int", "expected `,` or `)`, found the end of the statement"),
        ("create type t as enum (a)", "expected a string, found `a`"),
    ],
)
def test_what_is_not_understood(source: str, message: str) -> None:
    assert problems(source) == [f"1: this statement could not be understood: {message}"]
