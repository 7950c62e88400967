"""The facts are those of the real drizzle-kit and drizzle-orm, for every rosetta case and for the sample application.

What is not compared, and why:

- what is empty (null, false, no members) is the same as what is not there;
- the order of tables, enums, relations and constraints, for it is none: both sides are sorted by name. The order of
  columns, of enum values, of index and key columns is compared.
"""

import json
import os
from collections.abc import Callable

import pytest

from datamodel_check.model.snapshot import Snapshot
from tests.cases import Case, cases
from tests.conformance.judge import drizzle
from tests.vocabulary import SAMPLE, Json, differences, facts, folder, read, without

CASES = list(cases("drizzle"))

Record = Callable[[str, object], None]


def job(case: Case) -> dict[str, object]:
    if case.config is not None:
        return {"id": str(case), "root": case.path, "config": os.path.join(case.path, case.config)}
    return {
        "id": str(case),
        "root": case.path,
        "files": [os.path.join(case.path, case.schema)],
        "dialect": case.dialect,
    }


@pytest.fixture(scope="module")
def truth() -> dict[str, Json]:
    sample = {"id": "sample", "root": SAMPLE, "config": os.path.join(SAMPLE, "packages", "db", "drizzle.config.ts")}
    return {name: sorted_facts(found) for name, found in drizzle([sample, *map(job, CASES)]).items()}


def sorted_facts(found: Json) -> Json:
    """In the order in which facts stand: relations by table and name, constraints by name, foreign keys by columns."""
    assert "error" not in found, found["error"]
    for table in found.get("tables", {}).values():
        table.get("foreign_keys", []).sort(key=lambda key: (key["columns"], key["table"], key["name"]))
    found.get("relations", []).sort(key=lambda relation: (relation["from"], relation["name"]))
    return found


@pytest.mark.parametrize("case", CASES, ids=str)
def test_rosetta(case: Case, truth: dict[str, Json], record_property: Record) -> None:
    shared = without(truth[str(case)], {"code_name"})
    if os.environ.get("UPDATE_GOLDEN"):
        with open(case.expected_path, "w", encoding="utf-8") as stream:
            stream.write(json.dumps(shared, indent=2, ensure_ascii=False) + "\n")
    assert list(differences(shared, case.expected)) == []
    judged(truth[str(case)], read(case.files), record_property)


def test_sample(truth: dict[str, Json], record_property: Record) -> None:
    judged(truth["sample"], read(folder(SAMPLE)), record_property)


def judged(expected: Json, snapshot: Snapshot, record_property: Record) -> None:
    found = list(differences(expected, facts(snapshot)))
    record_property("conformance", (not found, 1))
    assert found == []
