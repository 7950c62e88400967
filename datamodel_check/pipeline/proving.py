"""Whether the check notices faults: planted in the facts and documents of this repository, not in its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check import faults, manifest
from datamodel_check.model.fault import Trial
from datamodel_check.pipeline.checking import found_in, kept_of
from datamodel_check.pipeline.reading import pages, read_documents, read_snapshot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from datamodel_check.model.document import Document
    from datamodel_check.model.finding import Finding
    from datamodel_check.model.snapshot import Snapshot
    from datamodel_check.pipeline.values import State


class _Forgotten:
    """A past of which nobody knows anything: what was before is of no interest here, and costs time."""

    def __call__(self, key: str, digest: str) -> None:
        del key, digest

    def renamed(self, key: str) -> None:
        del key


def prove(state: State, *, every: bool = False) -> Iterator[Trial]:
    """Plants faults, one at a time; in `every` column, or in some of each table.

    A section that is reported today proves nothing, and no fault is planted in it. Raises `RepositoryError` where there
    are no documents.
    """
    state = state._replace(options=state.options.with_rules((), ("DM202",)))
    documents, _ = read_documents(state)
    snapshot = read_snapshot(state)
    gate = _Gate(state, documents, snapshot)
    for fault in faults.in_facts(snapshot, every=every):
        caught, hidden = gate.notices(documents, fault.snapshot)
        yield Trial(fault.subject, fault.text, caught, hidden)
    for document in documents:
        for planted in faults.of_document(document):
            if gate.reports(planted.path, planted.section):
                continue
            changed = manifest.read(planted.path, planted.content)
            others = tuple(changed if one.path == planted.path else one for one in documents)
            caught, hidden = gate.notices(others, snapshot)
            yield Trial(f"{planted.path}#{planted.section}", planted.text, caught, hidden, in_document=True)


class _Gate:
    """The check, and what it says today."""

    def __init__(self, state: State, documents: Sequence[Document], snapshot: Snapshot) -> None:
        self._state = state
        self._found, self._kept = self._judged(documents, snapshot)
        self._red = {(path, section) for _, path, section, *_ in self._kept}

    def reports(self, path: str, section: str) -> bool:
        """Whether something is wrong with a section today."""
        return (path, section) in self._red

    def notices(self, documents: Sequence[Document], snapshot: Snapshot) -> tuple[bool, bool]:
        """Whether it reports an error that it does not report today, and whether it would if nothing hid it."""
        found, kept = self._judged(documents, snapshot)
        return bool(kept - self._kept), bool(found - self._found)

    def _judged(
        self, documents: Sequence[Document], snapshot: Snapshot
    ) -> tuple[frozenset[tuple[object, ...]], frozenset[tuple[object, ...]]]:
        made = pages(self._state, documents, snapshot)
        found = list(found_in(self._state, snapshot, made, lambda _page, _review: _Forgotten()))
        return _errors(found), _errors(kept_of(self._state, made, found).findings)


def _errors(findings: Iterable[Finding]) -> frozenset[tuple[object, ...]]:
    """What tells findings apart, wherever they stand."""
    return frozenset(
        (one.rule, one.location.path, one.section, one.message, one.changes)
        for one in findings
        if one.severity == "error"
    )
