"""Every semantic mutant of the sample is reported and names its fact; every cosmetic one is silent."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

import pytest

from datamodel_check import fingerprint, fix, manifest
from datamodel_check.model.document import Document
from datamodel_check.model.finding import Finding
from tests.mutation import cosmetic, semantic
from tests.mutation.sample import Mutant
from tests.mutation.source import applied
from tests.vocabulary import SAMPLE, facts, findings, folder, read

FILES = folder(SAMPLE)

UNSAID = {"rename-unique-column", "rename-primaryKey", "rename-foreignKey"}
"""Facts that no section says: names of keys, where they say nothing more."""

UNMIGRATED = {"drop-client-default", "drop-relation", "rename-relation", "change-relation", "rename-primaryKey"}
"""Facts that no migration makes, or (names of primary keys) that databases derive."""

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
def document() -> Document:
    """What `init` writes for the sample: a document that shows all of it."""
    path = "docs/data-model.md"
    content = fix.first_document(read(FILES), path, fingerprint.digest, fingerprint.text_digest)
    return manifest.read(path, content)


def said(found: Iterable[Finding]) -> str:
    changes = [change for finding in found for change in finding.changes]
    texts = [*(finding.message for finding in found), *(f"{change.subject} {change.text}" for change in changes)]
    return "\n".join(texts)


def test_the_sample_is_clean() -> None:
    assert findings(FILES, document()) == []


@pytest.mark.parametrize("kind", sorted(SEMANTIC.keys() - UNSAID))
def test_semantic(kind: str, record_property: Record) -> None:
    missed: list[str] = []
    for mutant in SEMANTIC[kind]:
        found = in_sections(findings(applied(FILES, mutant.edits), document()))
        report = said(found)
        unnamed = [name for name in mutant.names if name not in report]
        if unnamed:
            missed.append(f"{mutant} does not name {', '.join(unnamed)}, but says: {report or 'nothing'}")
        elif any(finding.rule == "DM101" and not finding.changes for finding in found):
            missed.append(f"{mutant} is not explained: {report}")
    record_property("semantic", (len(SEMANTIC[kind]) - len(missed), len(SEMANTIC[kind])))
    assert missed == []


def in_sections(found: Iterable[Finding]) -> list[Finding]:
    """Those that are not about migrations, which would name the fact as well."""
    return [finding for finding in found if finding.rule not in {"DM301", "DM302"}]


@pytest.mark.parametrize("kind", sorted(SEMANTIC))
def test_without_a_migration(kind: str, record_property: Record) -> None:
    """A schema that changes without its migrations is reported, where the change reaches the database."""
    missed: list[str] = []
    for mutant in SEMANTIC[kind]:
        found = findings(applied(FILES, mutant.edits), document())
        pending = [finding for finding in found if finding.rule == "DM301"]
        unresolved = any(finding.rule in {"DM901", "DM902"} for finding in found)
        if bool(pending) == (kind in UNMIGRATED) and not unresolved:
            missed.append(f"{mutant}: {said(pending) or 'no pending migration'}")
        missed += [f"{mutant}: {finding.message}" for finding in found if finding.rule == "DM302"]
    record_property("semantic", (len(SEMANTIC[kind]) - len(missed), len(SEMANTIC[kind])))
    assert missed == []


@pytest.mark.parametrize("kind", sorted(UNSAID))
def test_unsaid(kind: str) -> None:
    """What no section says turns none stale. The facts differ all the same, and `facts` prints them."""
    for mutant in SEMANTIC[kind]:
        files = applied(FILES, mutant.edits)
        assert in_sections(findings(files, document())) == []
        assert facts(read(files)) != facts(read(FILES)), mutant


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
    assert sum(map(len, SEMANTIC.values())) >= 700
    assert sum(map(len, COSMETIC.values())) >= 300
