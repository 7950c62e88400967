"""Order, tolerance, and what is said only once."""

import pytest

from tests.extract.migrations.vocabulary import does, found, refused


def test_what_is_missing_is_said_once() -> None:
    source = "alter table t add a int;\nalter table t add b int;\ncreate index i on t (a);\ndrop table u;"
    assert refused(source) == [
        "1: no earlier migration creates the table t",
        "4: no earlier migration creates the table u",
    ]


def test_order_counts() -> None:
    assert refused("create table t (a int); alter table t add b int; alter table t drop b;") == []
    assert refused("create table t (a int); alter table t drop b; alter table t add b int;") == [
        "1: the table t has no column b"
    ]


def test_blocks_tolerate_what_is_already_so() -> None:
    block = """
        do $$ begin
          alter table t add constraint c unique (a);
        exception when duplicate_object then null;
        end $$;
        """
    does(
        f"create table t (a int); {block} {block}",
        ["create table t", "add unique (a) to t"],
    )


@pytest.mark.parametrize(
    "source",
    [
        f"create table t ({', '.join(f'c{number} int' for number in range(30_000))})",
        f"create table t (a int{', check (a > 0)' * 20_000})",
        f"create table t (a int); alter table t {', '.join(f'add c{number} int' for number in range(20_000))}",
        "create table t (a int);" + "create index on t (a);" * 15_000,
        "create type e as enum ();" + "".join(f"alter type e add value '{number}';" for number in range(10_000)),
        "".join(f"create table t{number} (a int unique);" for number in range(7_500)),
    ],
    ids=["columns", "checks", "added columns", "indexes", "values", "tables"],
)
def test_hostile_scripts_end_soon(source: str) -> None:
    assert len(refused(source)) <= 15_000


def test_a_statement_that_was_not_understood_excuses_what_follows_from_it() -> None:
    read = found(
        {
            "migrations/1_a.sql": "create table t (id int what);\ncreate table u (id int);",
            "migrations/2_b.sql": "alter table t add a int; alter table u drop b;",
        }
    )
    (history,) = read.histories
    assert [table.key for table in history.tables] == ["u"]
    assert [one.message for one in history.irregularities] == ["the table u has no column b"]
    assert [str(one.location) for one in read.diagnostics] == ["migrations/1_a.sql:1"]
