"""How much of the code any document speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check import selectors, views
from datamodel_check.compare.coverage import coverage, of_coverage
from datamodel_check.pipeline.reading import base, read_snapshot

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from datamodel_check.model.coverage import Coverage
    from datamodel_check.model.facts import FactKind
    from datamodel_check.model.finding import Finding
    from datamodel_check.model.snapshot import Snapshot
    from datamodel_check.pipeline.values import Page, State

LAYERS = {"route": "routes", "service": "services", "store": "state"}
"""The layers that must be read before facts of a kind can be counted."""


def covered(snapshot: Snapshot, made: Sequence[Page]) -> tuple[Coverage, ...]:
    """For each kind of facts how many there are, and of which no section speaks."""
    documented = {
        (kind, name)
        for page in made
        for claim in page.claims
        if claim.problem is None
        for kind, name in views.documented(claim.section.name, claim.blocks())
    }
    reviewed = {fact.key for page in made for review in page.reviews for fact in review.chosen}
    return coverage(selectors.named(snapshot), documented | set(_owners(made)), reviewed)


def _owners(made: Sequence[Page]) -> Iterator[tuple[FactKind, str]]:
    """Prose about a column is about its table."""
    for page in made:
        for review in page.reviews:
            yield from ((fact.kind, fact.owner) for fact in review.chosen if fact.owner is not None)


def uncovered(state: State, snapshot: Snapshot, made: Sequence[Page]) -> Iterator[Finding]:
    """What the configuration wants documented, and is not. Raises `RepositoryError`."""
    wanted = dict(state.options.coverage)
    if not wanted:
        return
    found = list(of_coverage(covered(snapshot, made), wanted))
    if found and state.options.coverage_of == "new":
        found = list(of_coverage(covered(snapshot, made), wanted, _known(state)))
    yield from found


def _known(state: State) -> frozenset[str]:
    """The keys of the facts that the base has already."""
    if not state.repository.has_git or not state.repository.has_commits:
        return frozenset()
    tree = state.repository.revision(base(state))
    layers = frozenset(LAYERS[kind] for kind, _ in state.options.coverage if kind in LAYERS)
    return frozenset(fact.key for fact in selectors.named(read_snapshot(state._replace(tree=tree), layers)))
