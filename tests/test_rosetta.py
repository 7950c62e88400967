"""The same model in every ORM comes to the same facts."""

import os

import pytest

from tests.cases import ROSETTA, Case, cases
from tests.vocabulary import differences, facts, read, without

DRIZZLE = list(cases("drizzle"))


@pytest.mark.parametrize("case", DRIZZLE, ids=str)
def test_facts(case: Case) -> None:
    snapshot = read(case.files)
    assert [str(diagnostic.location) + ": " + diagnostic.message for diagnostic in snapshot.diagnostics] == []
    assert [source.system for source in snapshot.sources] == [case.orm]
    assert list(differences(case.expected, without(facts(snapshot), {"code_name"}))) == []


@pytest.mark.parametrize(
    "name", sorted(name for name in os.listdir(ROSETTA) if os.path.isdir(os.path.join(ROSETTA, name)))
)
def test_every_folder_is_a_case(name: str) -> None:
    assert name.startswith("__") or any(case.name == name for case in DRIZZLE)
