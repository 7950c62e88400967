"""`DO $$ … $$`."""

import pytest

from datamodel_check.model.sql import CreateEnum, DropTable, ObjectName
from tests.parse.sql.vocabulary import problems, script


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("begin end", []),
        ("begin null; end", []),
        ("begin drop table a; drop table b; end", [("a", False), ("b", False)]),
        ("begin drop table a; exception when duplicate_object then null; end", [("a", True)]),
        ("begin drop table a; exception when others then raise notice 'drop'; end", [("a", True)]),
        ("begin drop table a; exception when division_by_zero then drop table x; end", [("a", False)]),
        ("begin if not exists (select 1 where a then) then drop table a; end if; drop table b; end",
         [("a", True), ("b", False)]),
        ("begin if a then drop table a; elsif b then drop table b; else drop table c; end if; end",
         [("a", True), ("b", True), ("c", True)]),
        ("declare n int := 1; begin n := 2; perform 1; drop table a; end", [("a", False)]),
        ("declare r record; n bigint := 0; begin drop table a; end", [("a", False)]),
        ("begin execute 'drop table a; drop table b'; end", [("a", False), ("b", False)]),
        ("begin execute $x$ drop table a $x$; end", [("a", False)]),
        ("<<outer>> begin drop table a; end", []),
    ],
)  # fmt: skip
def test_statements_inside(body: str, expected: list[tuple[str, bool]]) -> None:
    found = []
    for statement in script(f"do $$ {body} $$ language plpgsql").statements:
        assert isinstance(statement.content, DropTable)
        found.append((statement.content.names[0].name, statement.tolerant))
    assert found == expected


def test_places_are_those_of_the_file() -> None:
    source = "-- ü\ndo $$ begin\n  create type t as enum ('ü');\nend $$;\n"
    (statement,) = script(source).statements
    assert statement.content == CreateEnum(ObjectName(None, "t"), ("ü",))
    assert source.encode()[statement.span.start : statement.span.end].decode() == "create type t as enum ('ü')"
    assert statement.span.line == 3


@pytest.mark.parametrize("body", ["begin execute format('drop table %I', x); end", "begin execute 'drop ' || x; end"])
def test_sql_made_at_run_time_is_a_problem(body: str) -> None:
    assert problems(f"\ndo $$ {body} $$") == ["2: this statement runs SQL that is put together at run time"]


def test_blocks_in_blocks_end_somewhere() -> None:
    source = "drop table a"
    for number in range(50):
        source = f"do $x{number}$ begin execute $y{number}$ {source} $y{number}$; end $x{number}$"
    assert problems(source) == ["1: this statement runs SQL that is put together at run time"]
