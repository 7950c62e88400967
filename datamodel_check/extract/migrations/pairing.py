"""Which schemas are made into which folder of migrations."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile

from datamodel_check.model.migrations import History
from datamodel_check.model.program import Program
from datamodel_check.model.schema import Source, System

_TOOLS: Mapping[str, System] = {
    "drizzle-kit": "drizzle",
    "prisma-migrate": "prisma",
    "typeorm": "typeorm",
    "alembic": "sqlalchemy",
    "sequelize": "sequelize",
}
"""Tools that migrate the schemas of one ORM only."""


def pairs(program: Program, histories: Iterable[History], sources: Sequence[Source]) -> dict[str, tuple[Source, ...]]:
    """By folder, the schemas that name it.

    A schema whose folder is not there (a build makes it, or a script runs the migrations) belongs to the only folder of
    its package that its ORM's tool may have written.
    """
    histories = list(histories)
    folders = {history.folder for history in histories}
    found = {folder: [source for source in sources if source.migrations_folder == folder] for folder in folders}
    unnamed = [history for history in histories if not found[history.folder] and history.tool in _TOOLS]
    for source in sources:
        if source.migrations_folder not in folders:
            near = [history for history in unnamed if _is_near(program, history, source)]
            near = near or _nearest(unnamed, source)
            if len(near) == 1:
                found[near[0].folder].append(source)
    return {folder: tuple(served) for folder, served in found.items()}


def _nearest(histories: Sequence[History], source: Source) -> list[History]:
    """Those that share most of a schema's path: what Python installs together need not stand in one package."""
    own = [one for one in histories if one.tool == "alembic" and _TOOLS[one.tool] == source.system and one.entries]
    shared = [_shared(one.folder, source.files[0]) for one in own]
    return [one for one, depth in zip(own, shared, strict=True) if depth == max(shared)]


def _shared(one: str, other: str) -> int:
    """How many folders two paths have in common."""
    return sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one.split("/"), other.split("/"), strict=False))
    )


def _is_near(program: Program, history: History, source: Source) -> bool:
    if _TOOLS[history.tool] != source.system or not history.entries:
        return False
    ours, theirs = program.package(source.files[0]), program.package(history.entries[0].location.path)
    return ours is not None and theirs is not None and ours.manifest == theirs.manifest
