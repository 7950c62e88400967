"""The view `migrations`."""

from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.migrations import History, Migration, Pending
from datamodel_check.model.snapshot import Snapshot
from tests.views.vocabulary import fingerprint, refuses, shows

HERE = Location("db/x.sql", NOWHERE)

FIRST = Migration(
    "0000_a", HERE, ("create enum role (x)", "create table a", "create table b", "create index i on a (n)")
)
SECOND = Migration("0001_b", HERE, ("add column a.n text",))
EMPTY = Migration("0002_c", HERE)


def snapshot(
    *entries: Migration, folder: str = "db", pending: tuple[str, ...] = (), sources: tuple[str, ...] = ()
) -> Snapshot:
    changes = tuple(Pending("added", "a", text) for text in pending)
    history = History("prisma-migrate", folder, "postgresql", entries, sources=sources, pending=changes)
    return Snapshot(migrations=(history,))


def test_no_migrations() -> None:
    assert shows("migrations", Snapshot()) == "No migrations."


def test_what_each_migration_does() -> None:
    assert shows("migrations", snapshot(FIRST, SECOND, EMPTY)) == (
        "Prisma Migrate, PostgreSQL, in [`db`](../db).\n\n"
        "| Migration | What it does |\n"
        "| --- | --- |\n"
        "| `0000_a` | `create enum role (x)`, `create tables a, b`, `create index i on a (n)` |\n"
        "| `0001_b` | `add column a.n text` |\n"
        "| `0002_c` | nothing that shapes the model |"
    )


def test_many_operations_are_counted() -> None:
    many = Migration("0000_a", HERE, tuple(f"drop column a.{number}" for number in range(20)))
    text = shows("migrations", snapshot(many))
    assert "`drop column a.10`, and 9 more |" in text
    assert "a.11" not in text


def test_the_schema_agrees_or_not() -> None:
    agreeing = snapshot(FIRST, sources=("drizzle:db/schema.ts",))
    assert "They agree with the schema `db/schema.ts`." in shows("migrations", agreeing)
    unsure = Snapshot(migrations=(agreeing.migrations[0]._replace(unsure=True),))
    assert "As far as all could be read, they agree with the schema `db/schema.ts`." in shows("migrations", unsure)
    assert fingerprint("migrations", agreeing) != fingerprint("migrations", unsure)
    lagging = snapshot(FIRST, sources=("drizzle:db/schema.ts",), pending=("add column a.x text", "drop table b"))
    assert (
        "They disagree with the schema `db/schema.ts`: the next migration would `add column a.x text`, `drop table b`."
    ) in shows("migrations", lagging)
    assert fingerprint("migrations", agreeing) != fingerprint("migrations", lagging)


def test_one_folder_of_several() -> None:
    both = Snapshot(migrations=(*snapshot(FIRST, folder="a").migrations, *snapshot(SECOND, folder="b").migrations))
    assert "0001_b" not in shows("migrations folder=a", both)
    assert fingerprint("migrations folder=a", both) == fingerprint("migrations", snapshot(FIRST, folder="a"))


def test_from_a_migration_on() -> None:
    assert "0000_a" not in shows("migrations since=0001_b", snapshot(FIRST, SECOND, EMPTY))


def test_what_names_nothing_is_refused() -> None:
    assert refuses("migrations folder=db2", snapshot(FIRST)) == (
        "there are no migrations in `db2`",
        "Did you mean `db`?",
    )
    assert refuses("migrations since=0000_b", snapshot(FIRST)) == (
        "there is no migration `0000_b`",
        "Did you mean `0000_a`?",
    )
