"""The mutants are what they claim to be, and their facts are those of the real drizzle-kit too.

So is what the next migration would hold: something for each mutant for which drizzle-kit would generate one, nothing
for all others. Some of every kind are judged. A schema that drizzle-kit cannot load has to be a diagnostic here.
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


PREVIOUS = os.path.join(SAMPLE, "packages", "db", "migrations", "meta", "0001_snapshot.json")

ASKED = ("hide", "rename")
"""Kinds of mutants for which drizzle-kit asks a person what was renamed."""


def job(number: int, files: Mapping[str, bytes], previous: str | None = None) -> dict[str, object]:
    changed = {path: content for path, content in files.items() if path.endswith(".ts") and FILES.get(path) != content}
    return {
        "id": str(number),
        "root": SAMPLE,
        "previous": previous,
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


def test_pending_migrations(record_property: Record) -> None:
    mutants = [mutant for mutant in some() if not mutant.name.startswith(ASKED)]
    truth = drizzle([job(number, mutant.files, PREVIOUS) for number, mutant in enumerate(mutants)])
    wrong: list[str] = []
    judged = 0
    for number, mutant in enumerate(mutants):
        snapshot, expected = read(mutant.files), truth[str(number)]
        if "error" in expected or snapshot.diagnostics:
            continue
        judged += 1
        pending = [each.text for history in snapshot.migrations for each in history.pending]
        if bool(pending) != bool(expected.get("pending")):
            wrong.append(f"{mutant.name}: drizzle-kit would run {expected.get('pending', [])}, not {pending}")
    record_property("conformance", (judged - len(wrong), judged))
    assert wrong == []
    assert judged > 120


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
