"""Names in prose that stood for something when they were written, and do not any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.discover import tells_the_past
from datamodel_check.manifest.references import references
from datamodel_check.pipeline.dead.now import Now
from datamodel_check.pipeline.dead.then import Revisions, Then

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from datamodel_check.model.document import Document
    from datamodel_check.model.references import Dead, Reference
    from datamodel_check.model.snapshot import Snapshot
    from datamodel_check.pipeline.values import State


def dead(state: State, documents: Iterable[Document], snapshot: Snapshot) -> Iterator[Dead]:
    """The dead names of the documents, each once where it stands first.

    Without git nobody knows what there was, and nothing is dead.
    """
    if not state.repository.has_git or not state.repository.has_commits:
        return
    now, past = Now(state, snapshot), Revisions(state)
    judged = (document for document in documents if not tells_the_past(document.path))
    named = [(document, tuple(references(document))) for document in judged]
    gone = now.missing([one for _, found in named for one in found])
    for document, found in named:
        missing = [one for one in found if one in gone and not _is_reviewed(document, one)]
        if missing:
            yield from _first(Then(state, now, past, document).existed(missing))


def _first(found: Iterable[Dead]) -> Iterator[Dead]:
    seen = set()
    for one in sorted(found, key=lambda one: one.reference.location):
        if one.reference.name not in seen:
            seen.add(one.reference.name)
            yield one


def _is_reviewed(document: Document, one: Reference) -> bool:
    """Whether it stands in a section that depends on it: that is stale then, and says so itself."""
    place = one.location.span.start
    return any(
        section.entry is not None
        and section.body.start <= place < section.body.end
        and any(item.name == one.name for item in section.entry.items)
        for section in document.sections
    )
