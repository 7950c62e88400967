"""What changed between two revisions, in domain terms, each change with its risk."""

from collections.abc import Iterator

from datamodel_check.compare.revisions.layers import of_layers
from datamodel_check.compare.revisions.migrations import of_histories
from datamodel_check.compare.revisions.schema import new_names, of_schemas
from datamodel_check.model.change import FAMILIES, FactChange, ModelDiff
from datamodel_check.model.snapshot import Snapshot

__all__ = ["difference", "new_names"]


def difference(before: Snapshot, after: Snapshot, base: str, head: str) -> ModelDiff:
    """What differs between the snapshots of two revisions; `base` and `head` are what these are called."""
    return ModelDiff(base, head, tuple(sorted(set(_changes(before, after)), key=_order)))


def _changes(before: Snapshot, after: Snapshot) -> Iterator[FactChange]:
    yield from of_schemas(before, after)
    yield from of_histories(before.migrations, after.migrations)
    yield from of_layers(before, after)


def _order(change: FactChange) -> tuple[int, str, str]:
    return FAMILIES.index(change.family), change.subject, change.text
