"""The mutants are what they claim to be, and their facts are those of the real drizzle-kit too.

Some of every kind are judged. A schema that drizzle-kit cannot load has to be a diagnostic here.
"""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from tests.conformance.judge import drizzle
from tests.conformance.test_drizzle import Record, sorted_facts
from tests.mutation import cosmetic, semantic
from tests.mutation.source import applied
from tests.vocabulary import SAMPLE, Json, differences, facts, folder, read

FILES = folder(SAMPLE)

OF_EACH_KIND = 3


class Judged(NamedTuple):
    name: str
    files: Mapping[str, bytes]
    is_semantic: bool


def some() -> Iterator[Judged]:
    made = [Judged(str(mutant), applied(FILES, mutant.edits), True) for mutant in semantic.mutants(FILES)]
    made += [Judged(str(mutant), mutant.files, False) for mutant in cosmetic.mutants(FILES)]
    seen: Counter[str] = Counter()
    for mutant in made:
        kind = mutant.name.split()[0]
        seen[kind] += 1
        if seen[kind] <= OF_EACH_KIND:
            yield mutant


def job(number: int, files: Mapping[str, bytes]) -> dict[str, object]:
    changed = {path: content for path, content in files.items() if path.endswith(".ts") and FILES.get(path) != content}
    return {
        "id": str(number),
        "root": SAMPLE,
        "config": os.path.join(SAMPLE, "packages", "db", "drizzle.config.ts"),
        "overlay": {os.path.join(SAMPLE, path): content.decode() for path, content in changed.items()},
    }


def test_mutants(record_property: Record) -> None:
    mutants = list(some())
    truth = drizzle([job(-1, FILES), *(job(number, mutant.files) for number, mutant in enumerate(mutants))])
    original = sorted_facts(truth["-1"])
    wrong: list[str] = []
    for number, mutant in enumerate(mutants):
        wrong += [f"{mutant.name}: {problem}" for problem in problems(mutant, truth[str(number)], original)]
    record_property("conformance", (len(mutants) - len({line.split(":")[0] for line in wrong}), len(mutants)))
    assert wrong == []


def problems(mutant: Judged, truth: Json, original: Json) -> Iterable[str]:
    snapshot = read(mutant.files)
    if "error" in truth:
        return [] if mutant.is_semantic and snapshot.diagnostics else [f"drizzle-kit says {truth['error']}"]
    expected = sorted_facts(truth)
    if (expected != original) != mutant.is_semantic:
        return ["its facts differ" if expected != original else "its facts are the same"]
    if snapshot.diagnostics:
        return [] if mutant.is_semantic else [diagnostic.message for diagnostic in snapshot.diagnostics]
    return differences(expected, facts(snapshot))
