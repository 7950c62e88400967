"""Every semantic mutant of a schema of Prisma has other facts, every cosmetic one the same."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

import pytest

from tests.mutation.prisma import PATH, SAMPLE, Mutant, cosmetic, semantic
from tests.vocabulary import Json, differences, facts, read

pytestmark = pytest.mark.mutants("schema", "Prisma")

Record = Callable[[str, object], None]


def by_kind(mutants: Iterable[Mutant]) -> Mapping[str, Sequence[Mutant]]:
    kinds: dict[str, list[Mutant]] = defaultdict(list)
    for mutant in mutants:
        kinds[mutant.kind].append(mutant)
    return kinds


SEMANTIC = by_kind(semantic())
COSMETIC = by_kind(cosmetic())


def changes(text: str) -> list[str]:
    """How the facts differ from the sample's, or what is reported. The order of columns is no fact."""
    snapshot = read({PATH: text.encode()})
    reported = [f"{one.code}: {one.message}" for one in snapshot.diagnostics]
    found = differences(sample(), facts(snapshot))
    return reported or [line for line in found if ".columns: expected in the order" not in line]


@lru_cache
def sample() -> Json:
    return facts(read({PATH: SAMPLE.encode()}))


def test_the_sample_is_whole() -> None:
    assert changes(SAMPLE) == []
    assert len(sample()["tables"]) == 8


@pytest.mark.parametrize("kind", sorted(SEMANTIC))
def test_semantic(kind: str, record_property: Record) -> None:
    missed: list[str] = []
    for mutant in SEMANTIC[kind]:
        found = "\n".join(changes(mutant.text))
        if not found or mutant.name not in found:
            missed.append(f"{mutant}: {found or 'nothing differs'}")
    record_property("semantic", (len(SEMANTIC[kind]) - len(missed), len(SEMANTIC[kind])))
    assert missed == []


@pytest.mark.parametrize("kind", sorted(COSMETIC))
def test_cosmetic(kind: str, record_property: Record) -> None:
    loud = [f"{mutant}: {found}" for mutant in COSMETIC[kind] if (found := changes(mutant.text))]
    record_property("cosmetic", (len(COSMETIC[kind]) - len(loud), len(COSMETIC[kind])))
    assert loud == []


def test_there_are_enough_of_them() -> None:
    assert sum(map(len, SEMANTIC.values())) >= 390
    assert sum(map(len, COSMETIC.values())) >= 300
