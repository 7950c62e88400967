"""Whatever is done to a committed migration of code is reported and named; what says the same as before is silent."""

from collections.abc import Callable, Mapping
from functools import lru_cache

import pytest

from datamodel_check import compare, extract
from datamodel_check.model.finding import Finding
from datamodel_check.model.migrations import History
from tests.mutation.coded_migrations import SEQUELIZE, TYPEORM, cosmetic, semantic
from tests.mutation.migrations import Files
from tests.mutation.test_migrations import said
from tests.vocabulary import read

SAMPLES: Mapping[str, Files] = {"sequelize": SEQUELIZE, "typeorm": TYPEORM}

TOOLS = [
    pytest.param("sequelize", marks=pytest.mark.mutants("migrations", "Sequelize")),
    pytest.param("typeorm", marks=pytest.mark.mutants("migrations", "TypeORM")),
]

LEAST = {"sequelize": 40, "typeorm": 25}

Record = Callable[[str, object], None]


@lru_cache
def before(tool: str) -> tuple[History, ...]:
    return read(SAMPLES[tool]).migrations


def found(tool: str, files: Files) -> list[Finding]:
    return list(compare.of_migrations(extract.since(before(tool), read(files).migrations)))


@pytest.mark.parametrize("tool", list(SAMPLES))
def test_the_sample_is_clean(tool: str) -> None:
    assert [each for each in read(SAMPLES[tool]).diagnostics if each.code == "unreadable"] == []
    assert [len(each.irregularities) for each in before(tool)] == [0]
    assert found(tool, SAMPLES[tool]) == []


@pytest.mark.parametrize("tool", TOOLS)
def test_semantic(tool: str, record_property: Record) -> None:
    mutants = list(semantic(SAMPLES[tool]))
    missed = [f"{mutant}: {text}" for mutant in mutants if mutant.name not in (text := said(found(tool, mutant.files)))]
    record_property("semantic", (len(mutants) - len(missed), len(mutants)))
    assert missed == []
    assert len(mutants) > LEAST[tool]


@pytest.mark.parametrize("tool", TOOLS)
def test_cosmetic(tool: str, record_property: Record) -> None:
    mutants = list(cosmetic(SAMPLES[tool]))
    loud = [f"{mutant}: {text}" for mutant in mutants if (text := said(found(tool, mutant.files)))]
    record_property("cosmetic", (len(mutants) - len(loud), len(mutants)))
    assert loud == []
    assert len(mutants) > 15
