"""Columns: changed, renamed, dropped."""

import pytest

from tests.extract.migrations.vocabulary import does, makes


@pytest.mark.parametrize(
    ("column", "change", "expected"),
    [
        ("a int", "alter a type text using a::text", "a: text null"),
        ("a int", "alter a set default 1", "a: integer null default 1"),
        ("a int default 1", "alter a drop default", "a: integer null"),
        ("a int", "alter a set not null", "a: integer"),
        ("a int not null", "alter a drop not null", "a: integer null"),
        ("a serial", "alter a drop default", "a: integer"),
        ("a int", "alter a set default nextval('s')", "a: integer null autoincrement default nextval('s')"),
        ("a int not null", "alter a add generated always as identity", "a: integer identity always"),
        ("a int generated always as identity", "alter a drop identity", "a: integer"),
        ("a int generated always as (1) stored", "alter a drop expression", "a: integer null"),
        ("a int generated always as (1) stored", "alter a set expression as (2)", "a: integer null stored as 2"),
        ("a int", "alter a set data type timestamptz", "a: timestamp with time zone null"),
        ("a int", "alter a set statistics 5", "a: integer null"),
    ],
)
def test_changes(column: str, change: str, expected: str) -> None:
    makes(f"create table t ({column}); alter table t {change};", f"table t (t)\n  {expected}")


def test_everything_that_names_a_column_follows_its_new_name() -> None:
    makes(
        """
        create table t (id int primary key, a int unique, b int generated always as (a + id) stored,
          check (a > 'a'::a));
        create table u (a int references t (a));
        create index i on t (a, lower(a), (t.a + a(1))) include (a) where a is not null;
        alter table t rename a to "user";
        """,
        """
        table t (t)
          id: integer primary key
          user: integer null unique
          b: integer null stored as "user" + id
          primary key t_pkey (id)
          unique t_a_key (user)
          index i (user, (lower("user")), (t."user" + a(1))) where "user" IS NOT NULL {include="user"}
          check t_a_check: "user" > 'a'::a
        table u (u)
          a: integer null → t.user
          foreign key u_a_fkey (a) → t (user)
        """,
    )


def test_everything_that_holds_a_column_goes_with_it() -> None:
    makes(
        """
        create table t (id int primary key, a int unique, b int, check (a > 0), check (b > 0), unique (a, b));
        create table u (a int references t (a));
        create index i1 on t (a); create index i2 on t (b) where a > 0; create index i3 on t ((a + b));
        create index i4 on t (b) include (a); create index i5 on t (b) where b > 'a';
        alter table t drop column a cascade;
        """,
        """
        table t (t)
          id: integer primary key
          b: integer null
          primary key t_pkey (id)
          index i5 (b) where b > 'a'
          check t_b_check: b > 0
        table u (u)
          a: integer null
        """,
    )


def test_mysql_takes_a_dropped_column_out_of_its_indexes() -> None:
    makes(
        "create table t (a int, b int, key k (a, b), key l (a), unique u (b, a)); alter table t drop a;",
        "table t (t)\n  b: int null unique\n  unique u (b)\n  index k (b)",
        "mysql",
    )


def test_changes_in_words() -> None:
    does(
        """
        create table t (a int, b int);
        alter table t alter a type text, alter a set not null, alter a drop not null, alter a set default 'x';
        alter table t alter b add generated always as identity, alter b drop identity;
        """,
        [
            "create table t",
            "change t.a from integer to text",
            "set t.a not null",
            "drop not null of t.a",
            "set default of t.a to 'x'",
            "set identity of t.b",
            "drop identity of t.b",
        ],
    )
