"""The stages, in order: discover → parse → link → extract → fingerprint → compare → fix."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from datamodel_check import compare, config, discover, extract, fingerprint, fix, link, manifest, parse, views
from datamodel_check.errors import RepositoryError
from datamodel_check.extract.registry import SCHEMAS
from datamodel_check.markdown import Layout

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from datamodel_check.config import Options, Project
    from datamodel_check.model.change import ModelDiff
    from datamodel_check.model.claim import Claim
    from datamodel_check.model.document import Document
    from datamodel_check.model.finding import Finding
    from datamodel_check.model.layers import Lineage
    from datamodel_check.model.snapshot import Diagnostic, Snapshot
    from datamodel_check.model.tree import Tree


_NO_FORK = (
    "git knows no commit from which both {base} and {head} come, so {base} itself is compared; "
    "in a shallow clone, fetch more: `git fetch --unshallow`"
)


class State(NamedTuple):
    """One state of a repository, and what its project wants of it."""

    repository: discover.Repository
    tree: Tree
    options: Options
    staged: bool = False
    base: str | None = None
    """The revision that changes are told against; the last commit where none is named."""
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
    pages: tuple[Page, ...]
    findings: tuple[Finding, ...]
    suppressed: int
    repairs: tuple[Repair, ...] = ()
    unstaged: tuple[str, ...] = ()
    """Documents that are on the disk as they ought to be, and are not staged so."""


def check(state: State, paths: Sequence[str] = ()) -> Outcome:
    """Documents against code, narrowed to `paths`. Raises `RepositoryError` where no document carries directives."""
    documents, unread = read_documents(state)
    snapshot = _with_past(state, read_snapshot(state, views.needs(documents)))
    snapshot = snapshot._replace(diagnostics=(*snapshot.diagnostics, *unread))
    pages = tuple(_page(state, document, snapshot) for document in documents)
    kept = _judge(state, snapshot, pages, paths)
    return Outcome(state, snapshot, pages, _marked(state, kept.findings, paths), kept.suppressed)


def repair(outcome: Outcome, paths: Sequence[str] = (), *, overwrite_edits: bool, write: bool) -> Outcome:
    """What makes the findings go, as far as the tool may do that; with `write` on the disk. Raises `WriteError`."""
    state, snapshot = outcome.state, outcome.snapshot
    pages = _on_disk(state, snapshot) if state.staged else outcome.pages
    repairs = _repairs(state, pages, {_place(finding) for finding in outcome.findings}, overwrite_edits=overwrite_edits)
    if write:
        for one in repairs:
            fix.write(os.path.join(state.repository.root, one.path), one.before, one.after)
    pages = _after(state, snapshot, pages, repairs)
    left = _judge(state, snapshot, pages, paths)
    marks = {finding._replace(introduced=None): finding for finding in outcome.findings}
    left = left._replace(findings=tuple(marks.get(finding, finding) for finding in left.findings))
    if state.staged:
        return _still_staged(outcome, repairs, {page.document.path for page in pages}, left.findings)
    return outcome._replace(pages=pages, findings=left.findings, suppressed=left.suppressed, repairs=repairs)


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
    if isolated:
        loaded = config.Loaded(config.Options())
    else:
        loaded = config.load_file(config_file) if config_file else config.load(tree)
    notices = (repository.notice, loaded.notice)
    return State(repository, tree, loaded.options, staged, base, tuple(notice for notice in notices if notice))


def read_snapshot(state: State, layers: Collection[str] = extract.LAYERS) -> Snapshot:
    """The facts that the code states; of the layers above the database those that are asked for."""
    options = state.options
    candidates = discover.candidates(state.tree, extract.marks(layers), options.is_excluded)
    program = link.program(state.tree, parse)
    settings = extract.Settings(options.all_sources(), options.exclude)
    snapshot = extract.snapshot(program, candidates.by_system, settings, layers)
    return snapshot._replace(diagnostics=(*snapshot.diagnostics, *candidates.diagnostics))


def _marked(state: State, findings: tuple[Finding, ...], paths: Sequence[str]) -> tuple[Finding, ...]:
    """The findings, saying which are new since the base, where somebody wants to know. Raises `RepositoryError`."""
    wanted = state.base is not None or state.options.fail_on == "introduced"
    if not findings or not wanted or not state.repository.has_git or not state.repository.has_commits:
        return findings
    before = state._replace(tree=state.repository.revision(_base(state)), staged=False)
    found, unread = discover.documents(before.tree, before.options.is_document)
    documents = [manifest.read(path, content) for path, content in found]
    snapshot = read_snapshot(before, views.needs(documents))
    snapshot = snapshot._replace(diagnostics=(*snapshot.diagnostics, *unread))
    pages = tuple(_page(before, document, snapshot) for document in documents)
    return compare.mark(findings, _judge(before, snapshot, pages, paths).findings)


def _base(state: State) -> str:
    """The revision that changes are told against. Raises `RepositoryError`."""
    return (state.repository.fork_point(state.base) or state.base) if state.base else "HEAD"


def _with_past(state: State, snapshot: Snapshot) -> Snapshot:
    """The snapshot, its migrations saying which of them were otherwise at the base. Raises `RepositoryError`."""
    repository = state.repository
    if state.base is None and (not repository.has_git or repository.is_merging or not repository.has_commits):
        return snapshot
    base = _base(state)
    changed = repository.changed_since(base, staged=state.staged)
    folders = tuple(f"{history.folder}/" for history in snapshot.migrations)
    if not any(path.startswith(folders) for path in changed):
        return snapshot
    tree = repository.revision(base)
    candidates = discover.candidates(tree, extract.migration_marks(), state.options.is_excluded)
    settings = extract.Settings(state.options.all_sources(), state.options.exclude)
    before = extract.histories(link.program(tree, parse), candidates.by_system, snapshot.sources, settings)
    return snapshot._replace(migrations=extract.since(before, snapshot.migrations))


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


def difference(
    state: State, base: str, head: str | None = None, *, from_fork: bool = False
) -> tuple[ModelDiff, tuple[str, ...]]:
    """What happened to the data model between two revisions, and what a reader should know about the answer.

    Without `head` it is told up to what `state` judges; with `from_fork` from where the head left the base. Nothing is
    checked out. Raises `RepositoryError`.
    """
    from datamodel_check.compare import revisions

    repository = state.repository
    notices: tuple[str, ...] = ()
    start = repository.fork_point(base, head or "HEAD") if from_fork else base
    if start is None:
        notices = (_NO_FORK.format(base=base, head=head or "HEAD"),)
    before = read_snapshot(state._replace(tree=repository.revision(start or base)))
    after = read_snapshot(state._replace(tree=repository.revision(head)) if head else state)
    name = head or ("the index" if state.staged else "the work tree")
    return revisions.difference(before, after, base, name), notices


# --- fingerprint and compare -----------------------------------------------------------------------------------------


def _page(state: State, document: Document, snapshot: Snapshot) -> Page:
    project = state.options.project_of(document.path)
    known = _part(snapshot, project) if project else snapshot
    return Page(document, views.claims(document, known, fingerprint.digest), known)


def _part(snapshot: Snapshot, project: Project) -> Snapshot:
    """The facts of one project of a monorepo: its schemas, and what else stands in its folder."""
    sources = tuple(source for source in snapshot.sources if any(map(project.has_source, source.files)))
    ids = {source.id for source in sources}
    detections = []
    for detection in snapshot.detections:
        evidence = tuple(each for each in detection.evidence if _holds(project, each.path))
        detections.append(detection._replace(evidence=evidence, detected=detection.detected and bool(evidence)))
    part = snapshot._replace(
        sources=sources,
        migrations=tuple(
            history
            for history in snapshot.migrations
            if ids.intersection(history.sources) or _holds(project, f"{history.folder}/")
        ),
        detections=tuple(detections),
        routes=tuple(route for route in snapshot.routes if _holds(project, route.location.path)),
        services=tuple(service for service in snapshot.services if _holds(project, service.location.path)),
        state=tuple(state for state in snapshot.state if _holds(project, state.location.path)),
        types=tuple(one for one in snapshot.types if _holds(project, one.location.path)),
    )
    return part._replace(lineage=tuple(_threads(part, project)))


def _threads(part: Snapshot, project: Project) -> Iterator[Lineage]:
    """What of the threads runs through the project."""
    services = {service.name for service in part.services}
    routes = {route.key for route in part.routes}
    state = {one.name for one in part.state}
    for thread in part.lineage:
        own = thread._replace(
            services=tuple(name for name in thread.services if name in services),
            routes=tuple(key for key in thread.routes if key in routes),
            state=tuple(name for name in thread.state if name in state),
            components=tuple(name for name in thread.components if _holds(project, name.partition("#")[0])),
        )
        if any(own[1:]):
            yield own


def _holds(project: Project, path: str) -> bool:
    """Whether a file of any kind is the project's: what `sources` name, or what stands below its root."""
    return project.has_source(path) or not project.root or path.startswith(f"{project.root}/")


def _judge(state: State, snapshot: Snapshot, pages: Iterable[Page], paths: Sequence[str]) -> compare.Kept:
    found = list(compare.of_snapshot(snapshot, {extractor.system for extractor in SCHEMAS}))
    found += compare.of_migrations(snapshot.migrations)
    for page in pages:
        found += compare.of_document(page.document, page.claims, page.snapshot, fingerprint.text_digest)
    return compare.keep((finding for finding in found if compare.concerns(finding, paths)), state.options)


# --- fix -------------------------------------------------------------------------------------------------------------


def _on_disk(state: State, snapshot: Snapshot) -> tuple[Page, ...]:
    """The documents as the disk has them: that is what is written, also where the index is judged."""
    disk = state._replace(tree=state.repository.tree(staged=False))
    found, _ = discover.documents(disk.tree, disk.options.is_document)
    return tuple(_page(state, manifest.read(path, content), snapshot) for path, content in found)


def _repairs(
    state: State, pages: Iterable[Page], wanted: Collection[tuple[str, str | None]], *, overwrite_edits: bool
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


def _after(state: State, snapshot: Snapshot, pages: Iterable[Page], repairs: Iterable[Repair]) -> tuple[Page, ...]:
    """The pages as they are after the repairs."""
    new = {repair.path: manifest.read(repair.path, repair.after) for repair in repairs}
    return tuple(
        _page(state, new[page.document.path], snapshot) if page.document.path in new else page for page in pages
    )


def _still_staged(
    outcome: Outcome, repairs: tuple[Repair, ...], on_disk: Collection[str], left: Iterable[Finding]
) -> Outcome:
    """What is written does not change the index: there a finding goes only when somebody stages the document."""
    repaired = {(repair.path, title) for repair in repairs for title in repair.sections}
    findings = tuple(finding for finding in outcome.findings if _place(finding) not in repaired)
    wrong = {_place(finding) for finding in left}
    unstaged = {
        finding.location.path
        for finding in findings
        if finding.fixable and finding.location.path in on_disk and _place(finding) not in wrong
    }
    return outcome._replace(findings=findings, repairs=repairs, unstaged=tuple(sorted(unstaged)))


def _place(finding: Finding) -> tuple[str, str | None]:
    """The section that a finding is about: its document and its title."""
    return finding.location.path, finding.section
