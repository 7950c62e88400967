"""`migrations`: what each migration did, in the order in which they run, and whether the schema agrees with them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from datamodel_check.model.blocks import Block, Cell, Code, Grid, Link, Paragraph, Text
from datamodel_check.model.document import Argument
from datamodel_check.model.migrations import History
from datamodel_check.model.snapshot import Snapshot
from datamodel_check.views.closest import did_you_mean
from datamodel_check.views.protocol import Parameter, UnknownArgumentError
from datamodel_check.views.selection import check_arguments
from datamodel_check.views.systems import DIALECTS
from datamodel_check.views.wording import codes, join

MOST = 12
"""Operations of one migration that are told one by one."""

TOOLS = {
    "django": "Django",
    "flyway": "Flyway",
    "prisma-migrate": "Prisma Migrate",
    "sequelize": "Sequelize",
    "sql": "SQL",
    "typeorm": "TypeORM",
}
"""Tools that are called otherwise than their slugs."""

_TOGETHER = ("create table", "drop table", "create enum", "drop enum")


class Step(NamedTuple):
    """One migration; `more` operations are only counted."""

    id: str
    operations: tuple[str, ...]
    more: int = 0


class OneHistory(NamedTuple):
    """One folder; `pending` is what its schemas have beyond it, as far as both are known if that is `unsure`."""

    folder: str
    tool: str
    dialect: str
    steps: tuple[Step, ...]
    sources: tuple[str, ...]
    pending: tuple[str, ...]
    unsure: bool = False


class Migrations:
    name = "migrations"
    summary = "what each migration did, and whether the schema agrees with them"
    parameters: tuple[Parameter, ...] = (
        Parameter("folder", "the one folder meant, where there are several"),
        Parameter("since", "only this migration and those after it"),
    )

    def content(self, snapshot: Snapshot, arguments: Sequence[Argument]) -> tuple[OneHistory, ...]:
        check_arguments(arguments, self.parameters)
        folders = [argument.value for argument in arguments if argument.name == "folder"]
        since = next((argument.value for argument in arguments if argument.name == "since"), None)
        known = {history.folder: history for history in snapshot.migrations}
        for folder in folders:
            if folder not in known:
                hint = did_you_mean(folder, known) or "Run `datamodel-check facts` to see which folders there are."
                raise UnknownArgumentError(f"there are no migrations in `{folder}`", hint)
        chosen = [known[folder] for folder in folders] or list(snapshot.migrations)
        if since is not None and not any(entry.id == since for history in chosen for entry in history.entries):
            ids = [entry.id for history in chosen for entry in history.entries]
            hint = did_you_mean(since, ids) or "Name a migration as the section without `since=` does."
            raise UnknownArgumentError(f"there is no migration `{since}`", hint)
        return tuple(_history(history, since) for history in chosen)

    def blocks(self, content: tuple[OneHistory, ...]) -> tuple[Block, ...]:
        return tuple(block for one in content for block in _blocks(one)) or (Paragraph((Text("No migrations."),)),)


# --- what it says ----------------------------------------------------------------------------------------------------


def _history(history: History, since: str | None) -> OneHistory:
    ids = [entry.id for entry in history.entries]
    first = ids.index(since) if since in ids else 0
    return OneHistory(
        history.folder,
        history.tool,
        history.dialect,
        tuple(_step(entry.id, list(_together(entry.operations))) for entry in history.entries[first:]),
        history.sources,
        tuple(each.text for each in history.pending),
        history.unsure and not history.pending,
    )


def _step(name: str, operations: Sequence[str]) -> Step:
    if len(operations) <= MOST:
        return Step(name, tuple(operations))
    return Step(name, tuple(operations[: MOST - 1]), len(operations) - MOST + 1)


def _together(operations: Iterable[str]) -> Iterator[str]:
    """`create table a`, `create table b` as one: `create tables a, b`."""
    for kind, group in groupby(operations, key=_kind):
        found = list(group)
        if kind is None or len(found) == 1:
            yield from found
        else:
            names = ", ".join(operation[len(kind) :].partition("(")[0].strip() for operation in found)
            yield f"{kind}s {names}"


def _kind(operation: str) -> str | None:
    return next((kind for kind in _TOGETHER if operation.startswith(f"{kind} ")), None)


# --- how it reads ----------------------------------------------------------------------------------------------------


def _blocks(one: OneHistory) -> Iterator[Block]:
    tool = TOOLS.get(one.tool, one.tool)
    where: Cell = (Text(f"{tool}, {DIALECTS[one.dialect]}, in "), Link(one.folder, one.folder), Text("."))
    yield Paragraph(where)
    if one.steps:
        rows = tuple(((Code(step.id),), _operations(step)) for step in one.steps)
        yield Grid(("Migration", "What it does"), rows, noun="migration")
    if one.sources:
        yield Paragraph(_agreement(one))


def _operations(step: Step) -> Cell:
    more: Cell = (Text(f"and {step.more} more"),) if step.more else ()
    return join([codes(step.operations), more]) or (Text("nothing that shapes the model"),)


def _agreement(one: OneHistory) -> Cell:
    schemas = codes(source.partition(":")[2] for source in one.sources)
    if not one.pending:
        agree = "As far as all could be read, they agree" if one.unsure else "They agree"
        return (Text(f"{agree} with the schema "), *schemas, Text("."))
    pending = codes(one.pending)
    return (Text("They disagree with the schema "), *schemas, Text(": the next migration would "), *pending, Text("."))
