"""Whether a history is in order: its files, numbers and snapshots, and what became of it since a revision."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from datamodel_check.extract.migrations.drizzle_snapshots import Noted
from datamodel_check.extract.migrations.folders import Entry, Folder
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.migrations import History, Irregularity, Migration

_SEQUENTIAL = 100_000
"""Numbers below count up by one; numbers above are times."""


def of_files(folder: Folder, present: Iterable[str], beside: Iterable[str]) -> Iterator[Irregularity]:
    """What is listed but not there, and what is there (`beside`) but not listed."""
    there = set(present)
    for entry in folder.entries:
        if entry.path not in there:
            message = f"the journal lists {entry.id}, but {posixpath.basename(entry.path)} is missing"
            hint = "Restore the file from the version control system."
            yield Irregularity("missing", Location(entry.path, NOWHERE), message, hint)
    listed = {entry.path for entry in folder.entries}
    for path in beside:
        if path not in listed:
            message = f"{posixpath.basename(path)} is not in the journal: it will never run"
            yield Irregularity("unlisted", Location(path, NOWHERE), message, "Generate it again, or delete it.")


def of_numbers(entries: Sequence[Entry]) -> Iterator[Irregularity]:
    """Two migrations with one number; and gaps, where numbers count up by one."""
    numbered = [entry for entry in entries if entry.number]
    for before, after in pairwise(numbered):
        place = Location(after.path, NOWHERE)
        if before.number == after.number:
            message = f"{before.id} and {after.id} have the same number"
            yield Irregularity("fork", place, message, "Give the later one the next number.")
        elif len(before.number) == len(after.number) == 1 and after.number[0] < _SEQUENTIAL:
            missing = after.number[0] - before.number[0] - 1
            if missing:
                number = str(before.number[0] + 1)
                message = f"number {number} is missing between {before.id} and {after.id}"
                yield Irregularity("order", place, message, "Restore the missing migration, or renumber.")


def of_contents(entries: Sequence[Migration]) -> Iterator[Irregularity]:
    """A copy right behind its original. Further apart the same may rightly be done again."""
    for before, after in pairwise(entries):
        if after.operations and before.digest == after.digest:
            message = f"{after.id} says the same as {before.id} before it"
            yield Irregularity("duplicate", after.location, message, "Delete the later one.")


def of_chain(notes: Mapping[str, Noted]) -> Iterator[Irregularity]:
    """Two snapshots with one parent: two branches, each with a migration that does not know the other's."""
    children: dict[str, str] = {}
    for one, noted in notes.items():
        for parent in noted.parents:
            if parent in children:
                message = f"{children[parent]} and {one} both follow the same migration"
                hint = "Generate the later one again, on top of the other."
                yield Irregularity("fork", Location(noted.path, NOWHERE), message, hint)
            children[parent] = one


def since(base: Sequence[History], now: Sequence[History]) -> dict[str, tuple[Irregularity, ...]]:
    """What became of migrations that an earlier revision (`base`) has, by folder: edited, gone, or overtaken.

    A migration that databases have run must stay as it is, and no new one may come before it.
    """
    current = {history.folder: history for history in now}
    found: dict[str, tuple[Irregularity, ...]] = {}
    for before in base:
        after = current.get(before.folder)
        if after is not None:
            found[before.folder] = tuple(_since(before, after))
    return found


def _since(before: History, after: History) -> Iterator[Irregularity]:
    entries = {entry.id: entry for entry in after.entries}
    for entry in before.entries:
        yield from _edited(entry, entries.get(entry.id))
    old = {entry.id for entry in before.entries}
    kept = [place for place, entry in enumerate(after.entries) if entry.id in old]
    last = after.entries[kept[-1]].id if kept else ""
    for entry in after.entries[: kept[-1] if kept else 0]:
        if entry.id not in old:
            message = f"{entry.id} is new, but runs before {last}, which databases already have"
            yield Irregularity("order", entry.location, message, "Give it a later number.")
    ids = [entry.id for entry in after.entries if entry.id in old]
    if ids != [entry.id for entry in before.entries if entry.id in entries]:
        place = Location(after.folder, NOWHERE)
        yield Irregularity("order", place, "the migrations run in another order than before")


def _edited(before: Migration, after: Migration | None) -> Iterator[Irregularity]:
    if after is None:
        message = f"{before.id} is gone, but databases may have run it"
        yield Irregularity("edited", before.location, message, "Restore it, and undo what it did in a new migration.")
    elif before.digest and after.digest and before.digest != after.digest:
        message = f"{after.id} was edited, but databases may have run it as it was"
        yield Irregularity("edited", after.location, message, "Restore it, and make the change in a new migration.")
