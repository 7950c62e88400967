"""What facts were when somebody read the prose that depends on them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from datamodel_check import fingerprint, selectors
from datamodel_check.errors import RepositoryError
from datamodel_check.pipeline.projects import part
from datamodel_check.pipeline.reading import base, read_snapshot
from datamodel_check.selectors.reviews import SHORT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from datamodel_check.model.facts import Fact, Review
    from datamodel_check.model.snapshot import Snapshot
    from datamodel_check.pipeline.values import Page, State


class Past:
    """Answers how one fact changed since a section was read, from the history of the repository where that knows it.

    Nothing is read before the first question. A revision counts only where the fact had the digest that the section's
    closing line records: the base, else the commit that wrote this closing line.
    """

    def __init__(self, state: State, page: Page, review: Review) -> None:
        self._state = state
        self._page = page
        self._review = review

    def __call__(self, key: str, digest: str) -> tuple[str, ...] | None:
        """What happened to the fact with this key, which had this short digest; None where nobody knows."""
        now = next(fact for fact in self._review.chosen if fact.key == key)
        for snapshot, facts in self._revisions:
            then = facts.get(key)
            if then is not None and fingerprint.digest(then.value)[:SHORT] == digest:
                return tuple(self._told(snapshot, then, now))
        return None

    def renamed(self, key: str) -> str | None:
        """What a table or column is called now that had this key when the section was read; None where nobody knows."""
        return next((names[key] for names in self._names if key in names), None)

    @cached_property
    def _names(self) -> tuple[Mapping[str, str], ...]:
        from datamodel_check.compare import revisions

        now = self._page.snapshot
        return tuple(revisions.new_names(snapshot, now) for snapshot, _ in self._revisions)

    def _told(self, snapshot: Snapshot, then: Fact, now: Fact) -> Iterable[str]:
        from datamodel_check.compare import revisions

        changes = revisions.difference(snapshot, self._page.snapshot, "", "").changes
        said = [change.text for change in changes if change.subject == now.name]
        return said or [f"{then.text} → {now.text}"]

    @cached_property
    def _revisions(self) -> tuple[tuple[Snapshot, dict[str, Fact]], ...]:
        return tuple(self._read(commit) for commit in self._commits())

    def _commits(self) -> Iterator[str]:
        repository, entry = self._state.repository, self._review.section.entry
        if not repository.has_git or not repository.has_commits or entry is None:
            return
        yield base(self._state)
        wrote = repository.wrote(f"facts={entry.facts}", self._page.document.path)
        if wrote is not None:
            yield wrote

    def _read(self, commit: str) -> tuple[Snapshot, dict[str, Fact]]:
        """The facts of a commit; none where git does not have it all, as in a shallow clone."""
        from datamodel_check.model.snapshot import Snapshot

        try:
            tree = self._state.repository.revision(commit)
        except RepositoryError:
            return Snapshot(), {}
        snapshot = read_snapshot(self._state._replace(tree=tree), selectors.needs([self._page.document]))
        project = self._state.options.project_of(self._page.document.path)
        own = part(snapshot, project) if project else snapshot
        return own, {fact.key: fact for fact in selectors.named(own)}
