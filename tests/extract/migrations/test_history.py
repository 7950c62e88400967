"""Histories that are not in order, and what became of them since a revision."""

import json

import pytest

from datamodel_check.extract.migrations.history import since
from tests.extract.migrations.test_folders import A, B, C, journal
from tests.extract.migrations.vocabulary import history


def irregular(files: dict[str, str]) -> list[str]:
    return [f"{one.kind} {one.location}: {one.message}" for one in history(files).irregularities]


def snapshot(id_: str, parent: str, **tables: dict[str, bool]) -> str:
    """A snapshot of drizzle-kit; `tables` say of each column whether it is not null."""
    found = {
        f"public.{name}": {
            "name": name,
            "schema": "",
            "columns": {column: {"name": column, "notNull": not_null} for column, not_null in columns.items()},
        }
        for name, columns in tables.items()
    }
    return json.dumps(
        {"id": id_, "prevId": parent, "version": "7", "dialect": "postgresql", "tables": found, "enums": {}}
    )


DRIZZLE = {
    "drizzle/meta/_journal.json": journal("0000_a", "0001_b"),
    "drizzle/meta/0000_snapshot.json": snapshot("1", "0", a={"id": False}),
    "drizzle/meta/0001_snapshot.json": snapshot("2", "1", a={"id": False}, b={"id": False}),
    "drizzle/0000_a.sql": A,
    "drizzle/0001_b.sql": B,
}


def test_nothing_is_wrong() -> None:
    assert irregular(DRIZZLE) == []
    assert irregular({"migrations/1_a.sql": A, "migrations/2_b.sql": B}) == []
    assert irregular({"migrations/20240101_a.sql": A, "migrations/20240301_b.sql": B}) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"drizzle/0001_b.sql": None}, [
            "missing drizzle/0001_b.sql:1: the journal lists 0001_b, but 0001_b.sql is missing",
        ]),
        ({"drizzle/0002_c.sql": C}, [
            "unlisted drizzle/0002_c.sql:1: 0002_c.sql is not in the journal: it will never run",
        ]),
        ({"drizzle/meta/0001_snapshot.json": snapshot("2", "0", a={"id": False}, b={"id": False})}, [
            "fork drizzle/meta/0001_snapshot.json:1: 0000_a and 0001_b both follow the same migration",
        ]),
        ({"drizzle/meta/_journal.json": journal("0001_b", "0000_a").replace("1001", "999")}, [
            ("order drizzle/meta/_journal.json:13: "
             "0000_a is listed after 0001_b but is older: databases that have the latter skip it"),
        ]),
        ({"drizzle/meta/_journal.json": journal("0000_a", "0001_b").replace('"idx": 1', '"idx": 0')}, [
            "fork drizzle/meta/_journal.json:13: the journal gives the number 0 to both 0000_a and 0001_b",
        ]),
        ({"drizzle/meta/0001_snapshot.json": None, "drizzle/meta/0000_snapshot.json": "{"}, []),
        ({"drizzle/0001_b.sql": f"{B} {A}"}, [
            "conflict drizzle/0001_b.sql:1: there is already a table a",
        ]),
    ],
)  # fmt: skip
def test_journals_of_drizzle_kit(changes: dict[str, str | None], expected: list[str]) -> None:
    files = {path: text for path, text in {**DRIZZLE, **changes}.items() if text is not None}
    assert irregular(files) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["1_a", "1_b"], ["fork migrations/1_b.sql:1: 1_a and 1_b have the same number"]),
        (["1_a", "3_b"], ["order migrations/3_b.sql:1: number 2 is missing between 1_a and 3_b"]),
        (["7_a", "8_b"], []),
        (["20240101_a", "20240105_b"], []),
        (["20240101_a", "20240101_b"], []),
        (
            ["20249901_a", "20249901_b"],
            ["fork migrations/20249901_b.sql:1: 20249901_a and 20249901_b have the same number"],
        ),
    ],
)
def test_numbers(names: list[str], expected: list[str]) -> None:
    assert irregular({f"migrations/{names[0]}.sql": A, f"migrations/{names[1]}.sql": B}) == expected


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"1_a": A, "2_b": B, "3_c": C}, []),
        ({"1_a": f'-- {A}\nCREATE TABLE\n  "a" (id INT)', "2_b": B}, []),
        ({"1_a": "create table a (id text);", "2_b": B},
         ["edited migrations/1_a.sql:1: 1_a was edited, but databases may have run it as it was"]),
        ({"2_b": B}, ["edited migrations/1_a.sql:1: 1_a is gone, but databases may have run it"]),
        ({"0_c": C, "1_a": A, "2_b": B},
         ["order migrations/0_c.sql:1: 0_c is new, but runs before 2_b, which databases already have"]),
    ],
)  # fmt: skip
def test_since_a_revision(files: dict[str, str], expected: list[str]) -> None:
    base = history({"migrations/1_a.sql": A, "migrations/2_b.sql": B})
    now = history({f"migrations/{name}.sql": text for name, text in files.items()})
    found = since([base], [now])["migrations"]
    assert [f"{one.kind} {one.location}: {one.message}" for one in found] == expected


def test_a_copy_right_behind_its_original() -> None:
    change = "alter table a alter id set not null;"
    copy = {"migrations/1_a.sql": A, "migrations/2_b.sql": change, "migrations/3_c.sql": f"-- again\n{change.upper()}"}
    assert irregular(copy) == ["duplicate migrations/3_c.sql:1: 3_c says the same as 2_b before it"]
    again = {**copy, "migrations/3_c.sql": "alter table a alter id drop not null;", "migrations/4_d.sql": change}
    assert irregular(again) == []


def test_a_history_that_was_not_there_before_is_new() -> None:
    assert since([], [history({"migrations/1_a.sql": A})]) == {}


def test_the_order_of_a_journal_may_not_change() -> None:
    base, now = history(DRIZZLE), history({**DRIZZLE, "drizzle/meta/_journal.json": journal("0001_b", "0000_a")})
    assert [one.message for one in since([base], [now])["drizzle"]] == [
        "the migrations run in another order than before"
    ]
