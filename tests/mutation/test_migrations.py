"""Whatever is done to a committed migration is reported and named; what says the same as before is silent."""

from collections.abc import Callable
from functools import lru_cache

import pytest

from datamodel_check import compare, extract
from datamodel_check.model.finding import Finding
from datamodel_check.model.migrations import History
from tests.mutation import migrations
from tests.vocabulary import SAMPLE, folder, read

pytestmark = pytest.mark.mutants("migrations", "Drizzle")

FILES = folder(SAMPLE)

Record = Callable[[str, object], None]


@lru_cache
def before() -> tuple[History, ...]:
    return read(FILES).migrations


def found(files: migrations.Files, *, since: bool) -> list[Finding]:
    now = read(files).migrations
    return list(compare.of_migrations(extract.since(before(), now) if since else now))


def said(findings: list[Finding]) -> str:
    texts = [f"{finding.location} {finding.message}" for finding in findings]
    return "\n".join([*texts, *(change.text for finding in findings for change in finding.changes)])


def test_the_sample_is_clean() -> None:
    assert found(FILES, since=True) == []


def test_semantic(record_property: Record) -> None:
    mutants = list(migrations.semantic(FILES))
    missed = [
        f"{mutant}: {text}" for mutant in mutants if mutant.name not in (text := said(found(mutant.files, since=True)))
    ]
    record_property("semantic", (len(mutants) - len(missed), len(mutants)))
    assert missed == []
    assert len(mutants) > 60


def test_semantic_without_a_base(record_property: Record) -> None:
    """Even where nobody knows what was committed, the schema and the journal tell what is wrong."""
    mutants = list(migrations.semantic(FILES))
    missed = [str(mutant) for mutant in mutants if not found(mutant.files, since=False)]
    record_property("semantic", (len(mutants) - len(missed), len(mutants)))
    assert missed == []


def test_cosmetic(record_property: Record) -> None:
    mutants = list(migrations.cosmetic(FILES))
    loud = [f"{mutant}: {text}" for mutant in mutants if (text := said(found(mutant.files, since=True)))]
    record_property("cosmetic", (len(mutants) - len(loud), len(mutants)))
    assert loud == []
    assert len(mutants) == 12
