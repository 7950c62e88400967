"""Documents against facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check import compare, discover, extract, fingerprint, link, manifest, parse
from datamodel_check.compare.baseline import FILE as BASELINE
from datamodel_check.extract.registry import SCHEMAS
from datamodel_check.pipeline.covering import LAYERS, uncovered
from datamodel_check.pipeline.dead import dead
from datamodel_check.pipeline.past import Past
from datamodel_check.pipeline.reading import base, needs, pages, read_documents, read_snapshot
from datamodel_check.pipeline.values import Outcome, Page, State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from datamodel_check.compare.baseline import Known
    from datamodel_check.model.facts import Review
    from datamodel_check.model.finding import Finding
    from datamodel_check.model.snapshot import Snapshot

_READABLE = frozenset(extractor.system for extractor in SCHEMAS)


def check(state: State, paths: Sequence[str] = (), *, with_baseline: bool = True) -> Outcome:
    """Documents against code, narrowed to `paths`. Raises `RepositoryError` where no document carries directives."""
    documents, unread = read_documents(state)
    snapshot = _with_past(state, read_snapshot(state, needs(documents) | counted(state)))
    snapshot = snapshot._replace(diagnostics=(*snapshot.diagnostics, *unread))
    made = pages(state, documents, snapshot)
    kept = judge(state, snapshot, made, paths, with_baseline=with_baseline)
    return Outcome(state, snapshot, made, _marked(state, made, kept.findings, paths), kept.suppressed)


def unreadable(outcome: Outcome) -> int:
    """How much could not be read, whatever of that is reported: silence must not look like health."""
    found = compare.of_snapshot(outcome.snapshot, _READABLE)
    return sum(finding.rule == "DM902" for finding in found)


def counted(state: State) -> frozenset[str]:
    """The layers whose facts must be documented."""
    return frozenset(LAYERS[kind] for kind, _ in state.options.coverage if kind in LAYERS)


def judge(
    state: State, snapshot: Snapshot, made: Sequence[Page], paths: Sequence[str], *, with_baseline: bool = True
) -> compare.Kept:
    """What is wrong with the pages, and with what was read for them. Raises `ConfigurationError` for the baseline."""
    found = list(found_in(state, snapshot, made, lambda page, review: Past(state, page, review)))
    if state.options.reports("DM202"):
        found += map(compare.of_dead, dead(state, (page.document for page in made), snapshot))
    return kept_of(state, made, found, paths, with_baseline=with_baseline)


def found_in(
    state: State, snapshot: Snapshot, made: Sequence[Page], past: Callable[[Page, Review], compare.Old]
) -> Iterator[Finding]:
    """All findings but dead names, in no particular order; `past` answers what facts of a section were."""
    yield from compare.of_snapshot(snapshot, _READABLE)
    yield from compare.of_migrations(snapshot.migrations)
    for page in made:
        yield from compare.of_document(page.document, page.claims, page.snapshot, fingerprint.text_digest)
        for review in page.reviews:
            yield from compare.of_review(page.document, review, past(page, review))
            yield from compare.of_assertions(page.document, review, page.facts)
        yield from filter(None, (compare.of_statement(page.document, statement) for statement in page.statements))
    yield from uncovered(state, snapshot, made)


def kept_of(
    state: State,
    made: Sequence[Page],
    found: Iterable[Finding],
    paths: Sequence[str] = (),
    *,
    with_baseline: bool = True,
) -> compare.Kept:
    """The findings that concern `paths` and nothing suppresses. Raises `ConfigurationError` for the baseline."""
    documents = tuple(page.document for page in made)
    suppressions = compare.Suppressions(documents, _baseline(state) if with_baseline else {})
    concerning = (finding for finding in found if compare.concerns(finding, paths))
    return compare.keep(concerning, state.options, suppressions, whole=not paths)


def _baseline(state: State) -> Mapping[Known, int]:
    """The findings that the team knows. Raises `ConfigurationError`."""
    if BASELINE not in state.tree:
        return {}
    from datamodel_check.compare import baseline

    return baseline.read(BASELINE, state.tree.read(BASELINE))


def _with_past(state: State, snapshot: Snapshot) -> Snapshot:
    """The snapshot, its migrations saying which of them were otherwise at the base. Raises `RepositoryError`."""
    repository = state.repository
    if not snapshot.migrations:
        return snapshot
    if state.base is None and (not repository.has_git or repository.is_merging or not repository.has_commits):
        return snapshot
    start = base(state)
    changed = repository.changed_since(start, staged=state.staged)
    folders = tuple(f"{history.folder}/" for history in snapshot.migrations)
    if not any(path.startswith(folders) for path in changed):
        return snapshot
    tree = repository.revision(start)
    candidates = discover.candidates(tree, extract.migration_marks(), state.options.is_excluded)
    settings = extract.Settings(state.options.all_sources(), state.options.exclude)
    before = extract.past_histories(link.program(tree, parse), candidates.by_system, snapshot.sources, settings)
    return snapshot._replace(migrations=extract.since(before, snapshot.migrations))


def _marked(
    state: State, made: Sequence[Page], findings: tuple[Finding, ...], paths: Sequence[str]
) -> tuple[Finding, ...]:
    """The findings, saying which are new since the base and what was, where somebody wants to know.

    Raises `RepositoryError`.
    """
    wanted = state.base is not None or state.options.fail_on == "introduced"
    if not findings or not wanted or not state.repository.has_git or not state.repository.has_commits:
        return findings
    commit = base(state)
    before = state._replace(tree=state.repository.revision(commit), staged=False, commit=commit)
    found, unread = discover.documents(before.tree, before.options.is_document, before.options.is_prose)
    documents = [manifest.read(path, content) for path, content in found]
    snapshot = read_snapshot(before, needs(documents))
    snapshot = snapshot._replace(diagnostics=(*snapshot.diagnostics, *unread))
    then = pages(before, documents, snapshot)
    marked = compare.mark(findings, judge(before, snapshot, then, paths).findings)
    return tuple(compare.with_old_values(marked, map(_told, made), map(_told, then)))


def _told(page: Page) -> compare.Told:
    return compare.Told(page.document.path, page.claims, page.snapshot)
