"""What puts reviewed sections around the prose that a team already has."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from datamodel_check import adopt as adoption
from datamodel_check import discover, fingerprint, fix, manifest, selectors
from datamodel_check.manifest import codec
from datamodel_check.model.document import Entry
from datamodel_check.pipeline.projects import part
from datamodel_check.pipeline.reading import pages, read_snapshot
from datamodel_check.views.facts import declared

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from datamodel_check.model.document import Document
    from datamodel_check.model.facts import Fact
    from datamodel_check.model.snapshot import Snapshot
    from datamodel_check.pipeline.values import Page, State


class Adoption(NamedTuple):
    """New bytes for a document, what its new sections depend on, and the tables that are generated from now on."""

    path: str
    before: bytes
    after: bytes
    proposals: tuple[adoption.Proposal, ...]
    tables: tuple[str, ...]


PASSED_OVER = ("license", "licence", "code_of_conduct", "node_modules")
"""How paths begin that say nothing of this code; documents there are adopted where they are named."""


def adoptable(state: State) -> Iterator[str]:
    """The Markdown files that may speak of what is: those that the configuration allows."""
    for path in state.tree.paths:
        parts = path.lower().split("/")
        is_prose = path.endswith((".md", ".mdx")) and not any(part.startswith(PASSED_OVER) for part in parts)
        is_prose = is_prose and not discover.tells_the_past(path)
        if is_prose and state.options.is_document(path):
            yield path


def adopt(state: State, paths: Iterable[str], snapshot: Snapshot | None = None, *, tables: bool) -> Iterator[Adoption]:
    """The documents at `paths` that speak of facts; with `tables`, tables of columns are generated in their place.

    Nothing is written. `snapshot` is read where none is given. Raises `UnreadableFileError`.
    """
    snapshot = snapshot or read_snapshot(state)
    parts: dict[str, _Part] = {}
    for path in paths:
        content = state.tree.read(path)
        document = manifest.read(path, content)
        if document.problems or not _is_text(content):
            continue
        project = state.options.project_of(path)
        root = project.root if project else ""
        if root not in parts:
            own = part(snapshot, project) if project else snapshot
            facts = selectors.named(own)
            parts[root] = _Part(root, own, facts, adoption.Names(facts))
        one = _adopted(state, document, parts[root], tables=tables)
        if one.after != content:
            yield one


class _Part(NamedTuple):
    """What a project's documents may speak of."""

    root: str
    snapshot: Snapshot
    facts: tuple[Fact, ...]
    names: adoption.Names


def _adopted(state: State, document: Document, known: _Part, *, tables: bool) -> Adoption:
    _, snapshot, facts, names = known
    before = document.content
    if tables:
        document = manifest.read(document.path, adoption.replaced(document, names, _single(snapshot)))
    generated = tuple(section.title.partition(" ")[2] for section in document.sections if section.entry is None)
    proposed = tuple(adoption.proposals(document, names))
    document = manifest.read(document.path, adoption.wrapped(document, proposed))
    (page,) = pages(state, [document], snapshot, {known.root: facts})
    edits = [*fix.plan(document, page.claims, fingerprint.text_digest, layout=state.layout).edits, *_read(page)]
    return Adoption(document.path, before, fix.apply(document.content, edits), proposed, generated)


def _read(page: Page) -> Iterator[fix.Edit]:
    """Closing lines that take the prose of the new sections for true today."""
    for review in page.reviews:
        if review.section.entry is None and not review.problems:
            entry = Entry(codec.SCHEME, review.facts, None, review.items)
            yield fix.closing(page.document, review.section, codec.write(entry, mdx=page.document.mdx))


def _single(snapshot: Snapshot) -> frozenset[str]:
    """The tables that one source alone declares: of the others nobody knows which one is meant."""
    count = Counter(table.key for source in snapshot.sources for table in declared(source))
    return frozenset(key for key, times in count.items() if times == 1)


def _is_text(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
