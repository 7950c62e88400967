"""From a folder to documents and facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check import config, discover, extract, fingerprint, manifest, selectors, views
from datamodel_check.errors import RepositoryError
from datamodel_check.pipeline import recalling
from datamodel_check.pipeline.projects import part
from datamodel_check.pipeline.values import Page, State

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from datamodel_check.model.document import Document
    from datamodel_check.model.facts import Fact
    from datamodel_check.model.snapshot import Diagnostic, Snapshot


def open_state(
    start: str,
    *,
    staged: bool = False,
    config_file: str | None = None,
    isolated: bool = False,
    base: str | None = None,
) -> State:
    """The repository around a folder, or what is staged in it. Raises `RepositoryError` and `ConfigurationError`."""
    repository = discover.find(start)
    tree = repository.tree(staged=staged)
    seen = discover.Seen(set(), set()) if staged else None
    reading = tree if seen is None else discover.Recorded(tree, seen)
    if isolated:
        loaded = config.Loaded(config.Options())
    else:
        loaded = config.load_file(config_file) if config_file else config.load(reading)
    notices = (repository.notice, loaded.notice)
    told = tuple(notice for notice in notices if notice)
    return State(repository, tree, loaded.options, staged, base, told, seen=seen)


def read_snapshot(state: State, layers: Collection[str] = extract.LAYERS) -> Snapshot:
    """The facts that the code states; of the layers above the database those that are asked for."""
    candidates = recalling.candidates(state, extract.marks(layers))
    for paths in candidates.by_system.values():
        state.touch(paths)
    settings = extract.Settings(state.options.all_sources(), state.options.exclude, state.options.types)
    snapshot = extract.snapshot(recalling.asking(state, settings), candidates.by_system, settings, layers)
    return snapshot._replace(diagnostics=(*snapshot.diagnostics, *candidates.diagnostics))


def read_documents(state: State) -> tuple[tuple[Document, ...], tuple[Diagnostic, ...]]:
    """The documents, and what could not be read of them. Raises `RepositoryError` where there are none."""
    found, diagnostics = discover.documents(state.tree, state.options.is_document, state.options.is_prose)
    state.touch(path for path, _ in found)
    read = [manifest.read(path, content) for path, content in found]
    documents = tuple(
        one for one in read if one.sections or one.values or one.problems or state.options.is_prose(one.path)
    )
    if not documents and not diagnostics:
        where = f" that `docs` in {state.options.file} allows" if state.options.docs else " in this repository"
        raise RepositoryError(
            f"no document{where} carries directives, so there is nothing to check",
            hint="Run `datamodel-check init` to write a first document.",
        )
    return documents, diagnostics


def needs(documents: Iterable[Document]) -> frozenset[str]:
    """The layers above the database that documents speak of: the others need not be read."""
    documents = tuple(documents)
    return views.needs(documents) | selectors.needs(documents)


def pages(
    state: State, documents: Iterable[Document], snapshot: Snapshot, known: Mapping[str, tuple[Fact, ...]] | None = None
) -> tuple[Page, ...]:
    """Each document with what its sections ought to say, and depend on.

    `known` are the facts of projects by name, by the project's root, as far as somebody has them.
    """
    known = dict(known or {})

    def page(document: Document) -> Page:
        project = state.options.project_of(document.path)
        own = part(snapshot, project) if project else snapshot
        root = project.root if project else ""
        if root not in known and (document.values or any(one.kind == "review" for one in document.sections)):
            known[root] = selectors.named(own)
        claims = views.claims(document, own, fingerprint.digest)
        facts = known.get(root, ())
        reviews = selectors.reviews(document, facts, state.reading, fingerprint.digest)
        return Page(document, claims, reviews, own, facts, selectors.statements(document, facts))

    return tuple(map(page, documents))


def base(state: State) -> str:
    """The revision that changes are told against. Raises `RepositoryError`."""
    return (state.repository.fork_point(state.base) or state.base) if state.base else "HEAD"
