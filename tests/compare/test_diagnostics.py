import pytest

from datamodel_check.compare import of_snapshot
from datamodel_check.model.location import Location, Span
from datamodel_check.model.snapshot import Detection, Diagnostic, Evidence, Snapshot
from tests.vocabulary import read

HERE = Location("schema.ts", Span(10, 12, 2))
DRIZZLE = Detection("database", "drizzle", True, "^0.45", (Evidence("db/drizzle.config.ts", 3, "config"),))


def test_nothing() -> None:
    assert list(of_snapshot(Snapshot(), {"drizzle"})) == []


def test_diagnostics() -> None:
    snapshot = Snapshot(
        diagnostics=(
            Diagnostic("unresolved", HERE, "the length is not known", "Write a number."),
            Diagnostic("unreadable", HERE, "syntax error"),
        )
    )

    assert [(one.rule, one.severity, one.location, one.message, one.cure) for one in of_snapshot(snapshot, ())] == [
        ("DM901", "warning", HERE, "the length is not known", "Write a number."),
        ("DM902", "error", HERE, "syntax error", None),
    ]


def test_a_declared_system_without_tables() -> None:
    (finding,) = of_snapshot(Snapshot(detections=(DRIZZLE,)), {"drizzle"})

    assert (finding.rule, str(finding.location)) == ("DM902", "db/drizzle.config.ts:3")
    assert finding.message == "drizzle is declared here, but not one table was found"
    assert finding.cure == (
        "Run `datamodel-check detect` to see what was passed over, and name the schema's files in `sources`."
    )


def test_it_takes_the_place_of_what_was_said_there() -> None:
    there = Location("db/drizzle.config.ts", Span(0, 0, 3))
    snapshot = Snapshot(detections=(DRIZZLE,), diagnostics=(Diagnostic("unresolved", there, "no table was found"),))

    assert [finding.rule for finding in of_snapshot(snapshot, {"drizzle"})] == ["DM902"]


@pytest.mark.parametrize("detection", [DRIZZLE._replace(detected=False), DRIZZLE._replace(system="prisma")])
def test_systems_of_which_no_tables_are_expected(detection: Detection) -> None:
    assert list(of_snapshot(Snapshot(detections=(detection,)), {"drizzle"})) == []


def test_a_declared_system_with_tables() -> None:
    files = {
        "schema.ts": b"import { pgTable } from 'drizzle-orm/pg-core';\nexport const a = pgTable('a', {});",
        "drizzle.config.json": b'{"dialect": "postgresql", "schema": "./schema.ts"}',
    }

    assert list(of_snapshot(read(files), {"drizzle"})) == []
