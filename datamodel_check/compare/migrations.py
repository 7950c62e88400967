"""Migrations that disagree with the schema, or are not in order."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from datamodel_check import rules
from datamodel_check.model.finding import Change, Finding
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.migrations import History, Irregularity, IrregularityKind

CURES = {
    "django": "Run `python manage.py makemigrations`, read the migration, and commit it.",
    "drizzle-kit": "Run `npx drizzle-kit generate`, read the migration, and commit it.",
    "prisma-migrate": "Run `npx prisma migrate dev`, read the migration, and commit it.",
}
OTHER_CURE = "Write the migration that does this, or undo it in the schema."

SUMMARIES: dict[IrregularityKind, str] = {
    "missing": "files that the journal lists are missing",
    "unlisted": "files are not in the journal: they will never run",
    "order": "migrations stand in the wrong order",
    "fork": "migrations follow the same one",
    "duplicate": "migrations say the same as the one before them",
    "snapshot": "facts differ between the last snapshot and what the migrations make",
    "edited": "migrations were changed, but databases may have run them as they were",
    "conflict": "statements do not fit the state that the migrations before them make",
}

FEW = 3
"""As many irregularities of one kind are told one by one."""


def of_migrations(histories: Iterable[History]) -> Iterator[Finding]:
    for history in histories:
        if history.pending:
            yield _pending(history)
        found = sorted(history.irregularities, key=lambda one: one.kind)
        for kind, irregularities in groupby(found, key=lambda one: one.kind):
            yield from _irregular(history, kind, list(dict.fromkeys(irregularities)))


def _pending(history: History) -> Finding:
    changes = tuple(Change(each.kind, each.subject, each.text, each.location) for each in history.pending)
    places = tuple(dict.fromkeys(change.location for change in changes if change.location is not None))
    last = Location(history.entries[-1].location.path, NOWHERE)
    number = f"{len(changes)} change" + ("s" if len(changes) > 1 else "")
    return Finding(
        "DM301",
        rules.RULES["DM301"].severity,
        places[0] if places else last,
        f"the schema and the migrations in {history.folder} disagree: the next one would hold {number}",
        changes=changes,
        cure=CURES.get(history.tool, OTHER_CURE),
        related=(*places[1:], last),
    )


def _irregular(history: History, kind: IrregularityKind, found: Sequence[Irregularity]) -> Iterator[Finding]:
    if len(found) <= FEW:
        yield from (_finding(one.location, one.message, one.hint) for one in found)
        return
    message = f"in {history.folder}, {len(found)} {SUMMARIES[kind]}"
    changes = tuple(Change("changed", one.location.path, one.message, one.location) for one in found)
    yield _finding(found[0].location, message, found[0].hint)._replace(changes=changes)


def _finding(location: Location, message: str, cure: str | None) -> Finding:
    return Finding("DM302", rules.RULES["DM302"].severity, location, message, cure=cure)
