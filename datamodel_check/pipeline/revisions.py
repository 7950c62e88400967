"""Two revisions of the code against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.pipeline.reading import read_snapshot

if TYPE_CHECKING:
    from datamodel_check.model.change import ModelDiff
    from datamodel_check.pipeline.values import State

_NO_FORK = (
    "git knows no commit from which both {base} and {head} come, so {base} itself is compared; "
    "in a shallow clone, fetch more: `git fetch --unshallow`"
)


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
