"""The stages, in order: discover → parse → link → extract → fingerprint → compare → fix."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from datamodel_check import compare, config, discover, extract, fingerprint, fix, link, manifest, parse, views
from datamodel_check.errors import RepositoryError
from datamodel_check.extract.registry import SCHEMAS
from datamodel_check.markdown import Layout

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from datamodel_check.config import Options, Project
    from datamodel_check.model.claim import Claim
    from datamodel_check.model.document import Document
    from datamodel_check.model.finding import Finding
    from datamodel_check.model.snapshot import Diagnostic, Snapshot
    from datamodel_check.model.tree import Tree


class State(NamedTuple):
    """One state of a repository, and what its project wants of it."""

    repository: discover.Repository
    tree: Tree
    options: Options
    staged: bool = False
    notices: tuple[str, ...] = ()

    @property
    def layout(self) -> Layout:
        return Layout(self.options.style, self.options.guards)


class Page(NamedTuple):
    """A document, what its sections ought to say, and the facts that decide it."""

    document: Document
    claims: tuple[Claim, ...]
    snapshot: Snapshot


class Repair(NamedTuple):
    """New bytes for a document, and the titles of the sections that they change."""

    path: str
    before: bytes
    after: bytes
    sections: tuple[str, ...]


class Outcome(NamedTuple):
    """What a check came to. `findings` are those that are left after `repairs`, if these were asked for."""

    state: State
    snapshot: Snapshot
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    suppressed: int
    repairs: tuple[Repair, ...] = ()


def check(
    state: State, *, paths: Sequence[str] = (), fixing: bool = False, overwrite_edits: bool = False, write: bool = False
) -> Outcome:
    """Documents against code, narrowed to `paths`; with `fixing` also what repairs them, with `write` on the disk.

    Raises `RepositoryError` where no document carries directives, and `WriteError`.
    """
    facts = read_snapshot(state)
    documents, unread = read_documents(state)
    facts = facts._replace(diagnostics=(*facts.diagnostics, *unread))
    pages = [_page(state, document, facts) for document in documents]
    kept = _judge(state, facts, pages, paths)
    outcome = Outcome(state, facts, documents, *kept)
    if not fixing:
        return outcome
    repaired = _repaired(state, facts, pages)
    wanted = {(finding.location.path, finding.section) for finding in kept.findings}
    repairs = _repairs(state, repaired, wanted, overwrite_edits=overwrite_edits)
    if write:
        for repair in repairs:
            fix.write(os.path.join(state.repository.root, repair.path), repair.before, repair.after)
    after = _with(state, facts, repaired, repairs)
    return Outcome(state, facts, documents, *_judge(state, facts, after, paths), repairs)


def open_state(start: str, *, staged: bool = False, config_file: str | None = None, isolated: bool = False) -> State:
    """The repository around a folder, or what is staged in it. Raises `RepositoryError` and `ConfigurationError`."""
    repository = discover.find(start)
    tree = repository.tree(staged=staged)
    if isolated:
        loaded = config.Loaded(config.Options())
    else:
        loaded = config.load_file(config_file) if config_file else config.load(tree)
    notices = (repository.notice, loaded.notice)
    return State(repository, tree, loaded.options, staged, tuple(notice for notice in notices if notice))


def read_snapshot(state: State) -> Snapshot:
    """The facts that the code states."""
    options = state.options
    candidates = discover.candidates(state.tree, extract.marks(), options.is_excluded)
    program = link.program(state.tree, parse.module)
    settings = extract.Settings(options.all_sources(), options.exclude)
    snapshot = extract.snapshot(program, candidates.by_system, settings)
    return snapshot._replace(diagnostics=(*snapshot.diagnostics, *candidates.diagnostics))


def read_documents(state: State) -> tuple[tuple[Document, ...], tuple[Diagnostic, ...]]:
    """The documents, and what could not be read of them. Raises `RepositoryError` where there are none."""
    found, diagnostics = discover.documents(state.tree, state.options.is_document)
    read = [manifest.read(path, content) for path, content in found]
    documents = tuple(document for document in read if document.sections or document.problems)
    if not documents and not diagnostics:
        where = f" that `docs` in {state.options.file} allows" if state.options.docs else " in this repository"
        raise RepositoryError(
            f"no document{where} carries directives, so there is nothing to check",
            hint="Run `datamodel-check init` to write a first document.",
        )
    return documents, diagnostics


# --- fingerprint and compare -----------------------------------------------------------------------------------------


def _page(state: State, document: Document, snapshot: Snapshot) -> Page:
    project = state.options.project_of(document.path)
    known = _part(snapshot, project) if project else snapshot
    return Page(document, views.claims(document, known, fingerprint.digest), known)


def _part(snapshot: Snapshot, project: Project) -> Snapshot:
    """The facts of one project of a monorepo."""
    sources = tuple(source for source in snapshot.sources if any(map(project.has_source, source.files)))
    detections = []
    for detection in snapshot.detections:
        evidence = tuple(each for each in detection.evidence if project.has_source(each.path))
        detections.append(detection._replace(evidence=evidence, detected=detection.detected and bool(evidence)))
    return snapshot._replace(sources=sources, detections=tuple(detections))


def _judge(state: State, snapshot: Snapshot, pages: Iterable[Page], paths: Sequence[str]) -> compare.Kept:
    found = list(compare.of_snapshot(snapshot, {extractor.system for extractor in SCHEMAS}))
    for page in pages:
        found += compare.of_document(page.document, page.claims, page.snapshot, fingerprint.text_digest)
    return compare.keep((finding for finding in found if compare.concerns(finding, paths)), state.options)


# --- fix -------------------------------------------------------------------------------------------------------------


def _repaired(state: State, snapshot: Snapshot, pages: Sequence[Page]) -> list[Page]:
    """The pages as the disk has them: that is what is written, also where the index is judged."""
    if not state.staged:
        return list(pages)
    tree = state.repository.tree(staged=False)
    on_disk = [page.document.path for page in pages if page.document.path in tree]
    return [_page(state, manifest.read(path, tree.read(path)), snapshot) for path in on_disk]


def _repairs(
    state: State, pages: Iterable[Page], wanted: set[tuple[str, str | None]], *, overwrite_edits: bool
) -> tuple[Repair, ...]:
    """New bytes for each page that has one of the wanted sections, by document and title, and can be repaired."""
    repairs = []
    for document, claims, _ in pages:
        chosen = [claim for claim in claims if (document.path, claim.section.title) in wanted]
        plan = fix.plan(document, chosen, fingerprint.text_digest, layout=state.layout, overwrite_edits=overwrite_edits)
        if plan.edits:
            after = fix.apply(document.content, plan.edits)
            titles = tuple(edit.section.title for edit in plan.edits)
            repairs.append(Repair(document.path, document.content, after, titles))
    return tuple(repairs)


def _with(state: State, snapshot: Snapshot, pages: Iterable[Page], repairs: Iterable[Repair]) -> list[Page]:
    """The pages as they are after the repairs."""
    new = {repair.path: manifest.read(repair.path, repair.after) for repair in repairs}
    return [_page(state, new[page.document.path], snapshot) if page.document.path in new else page for page in pages]
