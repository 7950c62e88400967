"""Whatever is done to a committed migration is reported and named; what says the same as before is silent."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

import pytest

from datamodel_check import compare, extract
from datamodel_check.model.finding import Finding
from datamodel_check.model.migrations import History
from tests.mutation import coded_migrations, python_migrations, sql_migrations
from tests.mutation.migrations import Files, Mutant
from tests.mutation.test_migrations import said
from tests.vocabulary import read

Mutants = Callable[[Files], Iterator[Mutant]]


class Tool(NamedTuple):
    """Its sample, what is done to it, and how many mutants there are at least."""

    sample: Files
    semantic: Mutants
    cosmetic: Mutants
    least: tuple[int, int]


TOOLS: Mapping[str, Tool] = {
    "Alembic": Tool(python_migrations.ALEMBIC, python_migrations.semantic, python_migrations.cosmetic, (50, 30)),
    "Django": Tool(python_migrations.DJANGO, python_migrations.semantic, python_migrations.cosmetic, (45, 20)),
    "Prisma": Tool(sql_migrations.PRISMA, sql_migrations.semantic, sql_migrations.cosmetic, (70, 20)),
    "Sequelize": Tool(coded_migrations.SEQUELIZE, coded_migrations.semantic, coded_migrations.cosmetic, (40, 40)),
    "SQL": Tool(sql_migrations.PLAIN, sql_migrations.semantic, sql_migrations.cosmetic, (70, 20)),
    "TypeORM": Tool(coded_migrations.TYPEORM, coded_migrations.semantic, coded_migrations.cosmetic, (30, 30)),
}

MARKED = [pytest.param(tool, marks=pytest.mark.mutants("migrations", tool), id=tool) for tool in TOOLS]

Record = Callable[[str, object], None]


@lru_cache
def before(tool: str) -> tuple[History, ...]:
    return read(TOOLS[tool].sample).migrations


def found(tool: str, files: Files) -> list[Finding]:
    return list(compare.of_migrations(extract.since(before(tool), read(files).migrations)))


@pytest.mark.parametrize("tool", TOOLS)
def test_the_sample_is_clean(tool: str) -> None:
    assert [each for each in read(TOOLS[tool].sample).diagnostics if each.code == "unreadable"] == []
    assert [len(each.irregularities) for each in before(tool)] == [0]
    assert found(tool, TOOLS[tool].sample) == []


@pytest.mark.parametrize("tool", MARKED)
def test_semantic(tool: str, record_property: Record) -> None:
    mutants = list(TOOLS[tool].semantic(TOOLS[tool].sample))
    missed = [f"{mutant}: {text}" for mutant in mutants if mutant.name not in (text := said(found(tool, mutant.files)))]
    record_property("semantic", (len(mutants) - len(missed), len(mutants)))
    assert missed == []
    assert len(mutants) >= TOOLS[tool].least[0]


@pytest.mark.parametrize("tool", MARKED)
def test_cosmetic(tool: str, record_property: Record) -> None:
    mutants = list(TOOLS[tool].cosmetic(TOOLS[tool].sample))
    loud = [f"{mutant}: {text}" for mutant in mutants if (text := said(found(tool, mutant.files)))]
    record_property("cosmetic", (len(mutants) - len(loud), len(mutants)))
    assert loud == []
    assert len(mutants) >= TOOLS[tool].least[1]
