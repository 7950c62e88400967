"""What goes from stage to stage."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from datamodel_check.markdown import Layout

if TYPE_CHECKING:
    from collections.abc import Iterable

    from datamodel_check.config import Options
    from datamodel_check.discover import Repository, Seen
    from datamodel_check.model.claim import Claim
    from datamodel_check.model.document import Document
    from datamodel_check.model.facts import Fact, Review, Statement
    from datamodel_check.model.finding import Finding
    from datamodel_check.model.snapshot import Snapshot
    from datamodel_check.model.tree import Tree


class State(NamedTuple):
    """One state of a repository, and what its project wants of it."""

    repository: Repository
    tree: Tree
    options: Options
    staged: bool = False
    base: str | None = None
    """The revision that changes are told against; the last commit where none is named."""
    notices: tuple[str, ...] = ()
    commit: str | None = None
    """The commit that `tree` is of, where it is one's."""

    seen: Seen | None = None
    """The files of `tree` that were read, where somebody wants to know: noted as it happens."""

    @property
    def reading(self) -> Tree:
        """The tree for whoever reads files for what they say."""
        from datamodel_check.discover import Recorded

        return self.tree if self.seen is None else Recorded(self.tree, self.seen)

    def touch(self, paths: Iterable[str]) -> None:
        """Notes files that were read already."""
        if self.seen is not None:
            self.seen.read.update(paths)

    @property
    def layout(self) -> Layout:
        return Layout(self.options.style, self.options.guards)


class Page(NamedTuple):
    """A document, what its generated sections ought to say, what its reviewed ones depend on, and what decides it."""

    document: Document
    claims: tuple[Claim, ...]
    reviews: tuple[Review, ...]
    snapshot: Snapshot
    facts: tuple[Fact, ...] = ()
    """The snapshot's facts by name, where its prose needs them."""
    statements: tuple[Statement, ...] = ()
    """What its prose states in so many words."""


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
