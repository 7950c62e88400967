"""Migrations that disagree with the schema or are not in order, as findings."""

from datamodel_check.compare import of_migrations
from datamodel_check.model.finding import Finding
from datamodel_check.model.location import NOWHERE, Location, Span
from datamodel_check.model.migrations import History, Irregularity, Migration, Pending

PLACE = Location("schema.ts", Span(10, 20, 3))

MIGRATION = Migration("0000_a", Location("drizzle/0000_a.sql", NOWHERE))


def history(*irregularities: Irregularity, pending: tuple[Pending, ...] = ()) -> History:
    return History("drizzle-kit", "drizzle", "postgresql", (MIGRATION,), irregularities=irregularities, pending=pending)


def unlisted(number: int) -> Irregularity:
    return Irregularity(
        "unlisted", Location(f"drizzle/{number}.sql", NOWHERE), f"{number}.sql will never run", "Delete it."
    )


def said(found: Finding) -> str:
    return f"{found.location}: {found.rule} {found.message}"


def test_nothing_is_wrong() -> None:
    assert list(of_migrations([history()])) == []


def test_what_is_pending_is_one_finding_at_the_schema() -> None:
    pending = (
        Pending("removed", "old", "drop table old"),
        Pending("added", "user.banned", "add column user.banned boolean", PLACE),
    )
    (found,) = of_migrations([history(pending=pending)])
    assert said(found) == (
        "schema.ts:3: DM301 the schema and the migrations in drizzle disagree: the next one would hold 2 changes"
    )
    assert [(change.kind, change.text, change.location) for change in found.changes] == [
        ("removed", "drop table old", None),
        ("added", "add column user.banned boolean", PLACE),
    ]
    assert found.cure == "Run `npx drizzle-kit generate`, read the migration, and commit it."
    assert found.related == (MIGRATION.location,)


def test_what_only_the_migrations_hold_stands_at_the_last_of_them() -> None:
    (found,) = of_migrations([history(pending=(Pending("removed", "old", "drop table old"),))])
    assert str(found.location) == "drizzle/0000_a.sql:1"
    assert found.message.endswith("the next one would hold 1 change")


def test_of_other_tools_the_migration_is_written_by_hand() -> None:
    (found,) = of_migrations([history(pending=(Pending("removed", "old", "drop"),))._replace(tool="flyway")])
    assert found.cure == "Write the migration that does this, or undo it in the schema."


def test_three_are_a_few_and_four_are_many() -> None:
    assert len(list(of_migrations([history(*map(unlisted, range(3)))]))) == 3
    (found,) = of_migrations([history(*map(unlisted, range(4)))])
    assert said(found) == "drizzle/0.sql:1: DM302 in drizzle, 4 files are not in the journal: they will never run"
    assert found.cure == "Delete it."
    assert [(one.kind, one.subject, one.text, str(one.location)) for one in found.changes] == [
        ("changed", f"drizzle/{number}.sql", f"{number}.sql will never run", f"drizzle/{number}.sql:1")
        for number in range(4)
    ]


def test_a_few_irregularities_are_told_one_by_one() -> None:
    assert [said(found) for found in of_migrations([history(unlisted(1), unlisted(2))])] == [
        "drizzle/1.sql:1: DM302 1.sql will never run",
        "drizzle/2.sql:1: DM302 2.sql will never run",
    ]


def test_many_irregularities_of_one_kind_are_one_finding() -> None:
    (found,) = of_migrations([history(*map(unlisted, range(4)))])
    assert said(found) == ("drizzle/0.sql:1: DM302 in drizzle, 4 files are not in the journal: they will never run")
    assert [change.text for change in found.changes] == [f"{number}.sql will never run" for number in range(4)]
