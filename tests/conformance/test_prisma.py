"""The facts are those of the real Prisma, 6 and 7, for every rosetta case and for the schemas of the extractor's tests.

What is not compared, and why:

- what is empty (null, false, no members) is the same as what is not there;
- the order of tables, relations and constraints, for it is none. The order of enum values, of index and key columns is
  compared;
- a unique constraint and a unique index, for Prisma makes one as the other;
- of MySQL, SQL Server and MongoDB what only SQL says: Prisma's engine does not serve them here.
"""

import os
import re
from collections.abc import Callable, Iterator

import pytest

from tests.cases import cases
from tests.conformance.prisma import Job, answers, in_database, in_model, of_model, of_sql
from tests.mutation.prisma import PATH, cosmetic, semantic
from tests.vocabulary import ROOT, Json, differences, facts, folder, read

SCHEMAS = os.path.join(ROOT, "tests", "extract", "schema", "prisma", "cases")

Record = Callable[[str, object], None]

_ONLY_SINCE_7 = {"bookshop", "postgresql-indexes", "index-partial-prisma", "index-partial-prisma-sqlite"}
"""They have partial indexes."""

_WITHOUT_SQL = {"unusual-names-prisma"}
"""Prisma writes names that hold quotation marks as they are."""


def _schemas() -> Iterator[tuple[str, dict[str, bytes]]]:
    for name in sorted(os.listdir(SCHEMAS)):
        files = folder(os.path.join(SCHEMAS, name))
        yield name, {path: content for path, content in files.items() if path.endswith(".prisma")}
    with open(os.path.join(ROOT, "tests", "mutation", "bookshop.prisma"), "rb") as stream:
        yield "bookshop", {"schema.prisma": stream.read()}
    for case in cases("prisma"):
        yield str(case), dict(case.files)


def _jobs() -> Iterator[Job]:
    for name, files in _schemas():
        schemas = {path: content for path, content in files.items() if path.endswith(".prisma")}
        yield Job(f"{name}-7", 7, schemas)
        if name not in _ONLY_SINCE_7:
            yield Job(f"{name}-6", 6, {path: with_url(content) for path, content in schemas.items()})


def with_url(content: bytes) -> bytes:
    """The schema as Prisma wanted it before 7."""
    return re.sub(rb"(datasource \w+ \{\n)", rb'\1  url = env("DATABASE_URL")\n', content)


JOBS = list(_jobs())


@pytest.fixture(scope="module")
def truth() -> dict[str, Json]:
    return answers(JOBS)


@pytest.mark.parametrize("job", JOBS, ids=lambda job: job.id)
def test_schema(job: Job, truth: dict[str, Json], record_property: Record) -> None:
    answer = truth[job.id]
    assert "error" not in answer, answer["error"]
    snapshot = read(job.files)
    assert snapshot.diagnostics == ()
    ours = facts(snapshot)
    if answer["sql"] is not None and job.id[:-2] not in _WITHOUT_SQL:
        assert list(differences(of_sql(answer["sql"]), in_database(ours))) == []
    text = b"\n".join(job.files.values()).decode()
    expected = of_model(answer, views=set(re.findall(r"^view (\w+)", text, re.MULTILINE)))
    assert list(differences(expected, in_model(ours, expected))) == []
    record_property("sources", 1)
    record_property("columns", sum(len(table["columns"]) for table in ours.get("tables", {}).values()))


def test_mutants(record_property: Record) -> None:
    """Whatever Prisma accepts of the mutants of a schema, the facts are those of its SQL."""
    mutants = [*semantic(), *cosmetic()]
    jobs = [Job(f"{number} {mutant}", 7, {PATH: mutant.text.encode()}) for number, mutant in enumerate(mutants)]
    found = answers(jobs)
    accepted = [job for job in jobs if found[job.id].get("sql")]
    wrong = []
    for job in accepted:
        snapshot = read(job.files)
        differing = list(differences(of_sql(found[job.id]["sql"]), in_database(facts(snapshot))))
        wrong += [f"{job.id}: {one}" for one in (*differing, *(each.message for each in snapshot.diagnostics))]
    record_property("mutants", (len(accepted) - len(wrong), len(accepted)))
    assert wrong == []
    assert len(accepted) > 0.9 * len(jobs)
