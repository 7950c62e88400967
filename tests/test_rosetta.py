"""The same model in every ORM comes to the same facts."""

import os

import pytest

from datamodel_check.extract.registry import SCHEMAS
from tests.cases import ROSETTA, Case, cases, names, shared, silent
from tests.vocabulary import differences, facts, read, without

DRIZZLE = list(cases("drizzle"))

OTHERS = [extractor.system for extractor in SCHEMAS if extractor.system != "drizzle"]


def problems(case: Case) -> list[str]:
    snapshot = read(case.files)
    assert [source.system for source in snapshot.sources] == [case.orm]
    return [f"{diagnostic.location}: {diagnostic.message}" for diagnostic in snapshot.diagnostics]


@pytest.mark.parametrize("case", DRIZZLE, ids=str)
def test_facts(case: Case) -> None:
    assert problems(case) == []
    assert list(differences(case.expected, without(facts(read(case.files)), {"code_name"}))) == []


@pytest.mark.parametrize("case", [case for orm in OTHERS for case in cases(orm)], ids=str)
def test_shared_facts(case: Case) -> None:
    assert problems(case) == []
    relations = case.name.startswith("relations")
    expected, actual = shared(case.expected, relations=relations), shared(facts(read(case.files)), relations=relations)
    assert list(differences(expected, actual)) == []


@pytest.mark.parametrize("name", list(names()))
def test_every_folder_is_a_case(name: str) -> None:
    assert any(case.name == name for case in DRIZZLE)


@pytest.mark.parametrize("orm", OTHERS)
def test_every_orm_says_a_case_or_why_it_cannot(orm: str) -> None:
    assert silent(orm) == []


@pytest.mark.parametrize("orm", OTHERS)
def test_a_reason_is_one_line(orm: str) -> None:
    for name in names():
        path = os.path.join(ROSETTA, name, f"{orm}.cannot")
        if os.path.exists(path):
            with open(path, encoding="utf-8") as stream:
                assert len(stream.read().strip().splitlines()) == 1, name
