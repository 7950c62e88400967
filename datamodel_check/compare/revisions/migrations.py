"""Migrations between two revisions."""

from collections.abc import Iterator, Sequence

from datamodel_check.model.change import Event, FactChange
from datamodel_check.model.migrations import History, Migration

_MOST = 6
"""Operations of one migration that are told."""


def of_histories(before: Sequence[History], after: Sequence[History]) -> Iterator[FactChange]:
    """New migrations; and those that databases may have run, and that have another name or text, or are gone."""
    old = {(history.folder, entry.id): entry for history in before for entry in history.entries}
    new = {(history.folder, entry.id): entry for history in after for entry in history.entries}
    come = {key: entry for key, entry in new.items() if key not in old}
    contents = {(key[0], entry.digest): key for key, entry in come.items() if entry.digest}
    for key in old.keys() - new.keys():
        renamed = contents.get((key[0], old[key].digest))
        if renamed is None:
            yield _of(key, old[key], "removed", "migration removed")
        else:
            yield _of(key, come.pop(renamed), "renamed", f"migration renamed to {renamed[1]}")
    for key, entry in come.items():
        text = f"migration added{_operations(entry)}"
        yield FactChange("added", "migrations", key[1], text, "safe", "", entry.location)
    for key in old.keys() & new.keys():
        if old[key].digest != new[key].digest:
            yield _of(key, new[key], "changed", "migration edited")


def _of(key: tuple[str, str], entry: Migration, kind: Event, text: str) -> FactChange:
    reason = "databases may have run it as it was"
    return FactChange(kind, "migrations", key[1], text, "breaking", reason, entry.location)


def _operations(entry: Migration) -> str:
    shown = ", ".join(entry.operations[:_MOST])
    more = len(entry.operations) - _MOST
    return f" ({shown}{f' and {more} more' if more > 0 else ''})" if shown else ""
