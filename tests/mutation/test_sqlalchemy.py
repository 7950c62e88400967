"""Every semantic mutant of the shop is reported and names its fact; every cosmetic one is silent."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

import pytest

from datamodel_check import fingerprint, fix, manifest
from datamodel_check.model.document import Document
from tests.mutation import sqlalchemy
from tests.mutation.mongoose import Mutant
from tests.mutation.sqlalchemy import SAMPLE
from tests.mutation.test_mutation import said
from tests.vocabulary import findings, read

pytestmark = pytest.mark.mutants("schema", "SQLAlchemy")

Record = Callable[[str, object], None]


def by_kind(mutants: Iterable[Mutant]) -> Mapping[str, Sequence[Mutant]]:
    kinds: dict[str, list[Mutant]] = defaultdict(list)
    for mutant in mutants:
        kinds[mutant.kind].append(mutant)
    return kinds


SEMANTIC = by_kind(sqlalchemy.semantic())
COSMETIC = by_kind(sqlalchemy.same())


@lru_cache
def document() -> Document:
    path = "docs/data-model.md"
    return manifest.read(path, fix.first_document(read(SAMPLE), path, fingerprint.digest, fingerprint.text_digest))


def test_the_sample_is_clean() -> None:
    assert read(SAMPLE).diagnostics == ()
    assert findings(SAMPLE, document()) == []


@pytest.mark.parametrize("kind", sorted(SEMANTIC))
def test_semantic(kind: str, record_property: Record) -> None:
    missed: list[str] = []
    for mutant in SEMANTIC[kind]:
        found = findings(mutant.files, document())
        report = said(found)
        if not found or any(name not in report for name in mutant.names):
            missed.append(f"{mutant} does not name {', '.join(mutant.names)}, but says: {report or 'nothing'}")
    record_property("semantic", (len(SEMANTIC[kind]) - len(missed), len(SEMANTIC[kind])))
    assert missed == []


@pytest.mark.parametrize("kind", sorted(COSMETIC))
def test_cosmetic(kind: str, record_property: Record) -> None:
    wolves = [
        f"{mutant} is reported: {said(found)}"
        for mutant in COSMETIC[kind]
        if (found := findings(mutant.files, document()))
    ]
    record_property("cosmetic", (len(COSMETIC[kind]) - len(wolves), len(COSMETIC[kind])))
    assert wolves == []


def test_there_are_enough_of_them() -> None:
    assert sum(map(len, SEMANTIC.values())) >= 110
    assert sum(map(len, COSMETIC.values())) >= 50
