"""Every semantic mutant of the sample is reported and names its fact; every cosmetic one is silent."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeVar

import pytest

from datamodel_check import fingerprint, fix, manifest
from datamodel_check.compare.revisions import difference
from datamodel_check.model.document import Document
from datamodel_check.model.finding import Finding
from datamodel_check.model.snapshot import Snapshot
from tests.mutation import cosmetic, semantic
from tests.mutation.sample import Mutant
from tests.mutation.source import applied
from tests.vocabulary import SAMPLE, facts, findings, folder, judged, read

pytestmark = pytest.mark.mutants("schema", "Drizzle")

FILES = folder(SAMPLE)

UNSAID = {"rename-unique-column", "rename-primaryKey", "rename-foreignKey"}
"""Facts that no section says: names of keys, where they say nothing more."""

UNMIGRATED = {"drop-client-default", "drop-relation", "rename-relation", "change-relation", "rename-primaryKey"}
"""Facts that no migration makes, or (names of primary keys) that databases derive."""

UNTOLD = {
    "rename-foreignKey",
    "rename-index",
    "rename-primaryKey",
    "rename-unique-column",
    "rename-unique",
    "rename-uniqueIndex",
    "rename-check",
    "drop-relation",
    "rename-relation",
    "change-relation",
}
"""What constraints are called, and relations that only the ORM knows, are no change of the data model."""

Made = TypeVar("Made", Mutant, cosmetic.Mutant)


def by_kind(mutants: Iterable[Made]) -> Mapping[str, Sequence[Made]]:
    kinds: dict[str, list[Made]] = defaultdict(list)
    for mutant in mutants:
        kinds[mutant.kind].append(mutant)
    return kinds


SEMANTIC = by_kind(semantic.mutants(FILES))
COSMETIC = by_kind(cosmetic.mutants(FILES))

Record = Callable[[str, object], None]


@lru_cache
def sample() -> Snapshot:
    return read(FILES)


@lru_cache
def document() -> Document:
    """What `init` writes for the sample: a document that shows all of it."""
    path = "docs/data-model.md"
    content = fix.first_document(sample(), path, fingerprint.digest, fingerprint.text_digest)
    return manifest.read(path, content)


def said(found: Iterable[Finding]) -> str:
    changes = [change for finding in found for change in finding.changes]
    texts = [*(finding.message for finding in found), *(f"{change.subject} {change.text}" for change in changes)]
    return "\n".join(texts)


def test_the_sample_is_clean() -> None:
    assert findings(FILES, document()) == []


class Seen(NamedTuple):
    """A mutant, and what the tool makes of it."""

    mutant: Mutant
    snapshot: Snapshot
    found: Sequence[Finding]


@pytest.mark.parametrize("kind", sorted(SEMANTIC))
def test_semantic(kind: str, record_property: Record) -> None:
    """Documents go stale, `diff` tells the change, and migrations lack it: read once, judged three times."""
    seen = [look(mutant) for mutant in SEMANTIC[kind]]
    missed = {
        "documents": [] if kind in UNSAID else [line for one in seen for line in unreported(one)],
        "diff": [] if kind in UNTOLD else [line for one in seen for line in untold(one)],
        "migrations": [line for one in seen for line in unmigrated(one)],
    }
    wrong = max(map(len, missed.values()))
    record_property("semantic", (len(seen) - wrong, len(seen)))
    assert not any(missed.values()), missed


def look(mutant: Mutant) -> Seen:
    snapshot = read(applied(FILES, mutant.edits))
    return Seen(mutant, snapshot, judged(snapshot, document()))


def unreported(seen: Seen) -> Iterable[str]:
    found = in_sections(seen.found)
    report = said(found)
    unnamed = [name for name in seen.mutant.names if name not in report]
    if unnamed:
        yield f"{seen.mutant} does not name {', '.join(unnamed)}, but says: {report or 'nothing'}"
    elif any(finding.rule == "DM101" and not finding.changes for finding in found):
        yield f"{seen.mutant} is not explained: {report}"


def untold(seen: Seen) -> Iterable[str]:
    if not difference(sample(), seen.snapshot, "before", "after").changes:
        yield f"{seen.mutant} is not told by diff"


def unmigrated(seen: Seen) -> Iterable[str]:
    """A schema that changes without its migrations is reported, where the change reaches the database."""
    pending = [finding for finding in seen.found if finding.rule == "DM301"]
    unresolved = any(finding.rule in {"DM901", "DM902"} for finding in seen.found)
    if bool(pending) == (seen.mutant.kind in UNMIGRATED) and not unresolved:
        yield f"{seen.mutant}: {said(pending) or 'no pending migration'}"
    yield from (f"{seen.mutant}: {finding.message}" for finding in seen.found if finding.rule == "DM302")


def in_sections(found: Iterable[Finding]) -> list[Finding]:
    """Those that are not about migrations, which would name the fact as well."""
    return [finding for finding in found if finding.rule not in {"DM301", "DM302"}]


@pytest.mark.parametrize("kind", sorted(UNSAID))
def test_unsaid(kind: str) -> None:
    """What no section says turns none stale. The facts differ all the same, and `facts` prints them."""
    for mutant in SEMANTIC[kind]:
        files = applied(FILES, mutant.edits)
        assert in_sections(findings(files, document())) == []
        assert facts(read(files)) != facts(sample()), mutant


@pytest.mark.parametrize("kind", sorted(COSMETIC))
def test_cosmetic(kind: str, record_property: Record) -> None:
    wolves = []
    for mutant in COSMETIC[kind]:
        snapshot = read(mutant.files)
        if found := judged(snapshot, document()):
            wolves.append(f"{mutant} is reported: {said(found)}")
        elif told := difference(sample(), snapshot, "before", "after").changes:
            wolves.append(f"{mutant} is told by diff: {told[0].subject}: {told[0].text}")
    record_property("cosmetic", (len(COSMETIC[kind]) - len(wolves), len(COSMETIC[kind])))
    assert wolves == []


def test_there_are_enough_of_them() -> None:
    assert sum(map(len, SEMANTIC.values())) >= 700
    assert sum(map(len, COSMETIC.values())) >= 300
