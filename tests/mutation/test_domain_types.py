"""What changes a type of the domain is seen and named; what does not is silent."""

from collections.abc import Callable, Iterator

import pytest

from datamodel_check import fingerprint
from datamodel_check.model.document import Argument
from datamodel_check.model.snapshot import Snapshot
from datamodel_check.views.types import Types
from tests.mutation.domain_types import SAMPLES, Files, cosmetic, semantic
from tests.vocabulary import read

Record = Callable[[str, object], None]

MARKED = [pytest.param(system, marks=pytest.mark.mutants("types", system), id=system) for system in SAMPLES]


def snapshot(files: Files) -> Snapshot:
    return read({path: text.encode() for path, text in files.items()}, layers=("types",))


def lines(files: Files) -> set[str]:
    return set(_lines(snapshot(files)))


def _lines(found: Snapshot) -> Iterator[str]:
    for one in found.types:
        yield f"{one.kind} {one.name} {one.definition}"
        yield from (f"{one.name}.{each.name}{'?' * each.optional}: {each.type}" for each in one.members)


def digest(files: Files) -> str:
    """The fingerprint of a section that shows all members."""
    return fingerprint.digest(Types().content(snapshot(files), (Argument("by", "member"),)))


def test_the_samples_hold_types() -> None:
    assert [len(snapshot(files).types) for files in SAMPLES.values()] == [8, 3, 3]


@pytest.mark.parametrize("system", MARKED)
def test_semantic(system: str, record_property: Record) -> None:
    sample, before = SAMPLES[system], digest(SAMPLES[system])
    mutants = list(semantic(system))
    missed = []
    for mutant in mutants:
        said = "\n".join(lines(sample) ^ lines(mutant.files))
        if any(name not in said for name in mutant.names) or digest(mutant.files) == before:
            missed.append(f"{mutant}: {said or 'nothing'}")
    record_property("semantic", (len(mutants) - len(missed), len(mutants)))
    assert missed == []


@pytest.mark.parametrize("system", MARKED)
def test_cosmetic(system: str, record_property: Record) -> None:
    sample = SAMPLES[system]
    mutants = list(cosmetic(system))
    loud = [
        f"{mutant}: {said or 'only its fingerprint differs'}"
        for mutant in mutants
        if (said := lines(sample) ^ lines(mutant.files)) or digest(mutant.files) != digest(sample)
    ]
    record_property("cosmetic", (len(mutants) - len(loud), len(mutants)))
    assert loud == []
