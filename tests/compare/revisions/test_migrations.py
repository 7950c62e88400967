"""Migrations that come, go, or are no longer what databases have run."""

from datamodel_check.compare.revisions.migrations import of_histories
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.migrations import History, Migration


def migration(name: str, digest: str, *operations: str) -> Migration:
    return Migration(name, Location(f"drizzle/{name}.sql", NOWHERE), digest=digest, operations=operations)


def said(before: tuple[Migration, ...], after: tuple[Migration, ...]) -> list[str]:
    old, new = ([History("drizzle-kit", "drizzle", "postgresql", entries)] for entries in (before, after))
    return sorted(f"{change.risk}: {change.subject}: {change.text}" for change in of_histories(old, new))


FIRST = migration("0000_a", "1", "create table a")


def test_nothing_changed() -> None:
    assert said((FIRST,), (FIRST,)) == []


def test_a_new_one_is_safe() -> None:
    assert said((FIRST,), (FIRST, migration("0001_b", "2", *(f"create table {name}" for name in "bcdefghi")))) == [
        (
            "safe: 0001_b: migration added (create table b, create table c, create table d, create table e, "
            "create table f, create table g and 2 more)"
        )
    ]


def test_one_that_databases_may_have_run() -> None:
    assert said((FIRST,), ()) == ["breaking: 0000_a: migration removed"]
    assert said((FIRST,), (FIRST._replace(digest="2"),)) == ["breaking: 0000_a: migration edited"]
    assert said((FIRST,), (FIRST._replace(id="0001_a"),)) == ["breaking: 0000_a: migration renamed to 0001_a"]
