"""Migrations of all tools → histories, each with the schemas that it serves."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from datamodel_check.extract.migrations.protocol import MARKS, Found, Migrations
from datamodel_check.extract.protocol import Marks, Settings
from datamodel_check.extract.registry import MIGRATIONS, STATED
from datamodel_check.model.migrations import History
from datamodel_check.model.program import Program
from datamodel_check.model.schema import Source
from datamodel_check.model.snapshot import Diagnostic

SQL = "migrations"
"""What the candidates are called that are SQL, or lie beside it."""


def marks() -> dict[str, Marks]:
    """Which files histories are made of."""
    coded = {_name(extractor.tool): extractor.marks for extractor in MIGRATIONS}
    return {SQL: MARKS} | coded | {_name(extractor.tool): extractor.marks for extractor in STATED}


def read_from(candidates: Mapping[str, Sequence[str]]) -> tuple[tuple[str, Sequence[str]], ...]:
    """The candidates that matter to histories: also the models of tools that keep no other state."""
    names = {*marks(), *(extractor.tool for extractor in STATED)}
    return tuple((name, candidates.get(name, ())) for name in sorted(names))


def read(
    program: Program, candidates: Mapping[str, Sequence[str]], sources: Sequence[Source], settings: Settings
) -> Migrations:
    """The histories among `candidates`, the files that `marks` selects; `sources` name folders and dialects."""
    from datamodel_check.extract.migrations.reading import migrations, spoken
    from datamodel_check.model.sql import Script

    known = {
        source.migrations_folder: dialect
        for source in sources
        if source.migrations_folder and (dialect := spoken(source.dialect))
    }
    coded = [
        Found(folder, partial(extractor.script, program))
        for extractor in MIGRATIONS
        if (paths := candidates.get(_name(extractor.tool)))  # an extractor without work is not imported
        for folder in extractor.folders(program, paths, sources)
    ]
    found = migrations(
        program.tree,
        candidates.get(SQL, ()),
        lambda path, dialect: program.script(path, dialect) or Script(()),
        settings,
        known,
        coded,
    )
    stated = [
        extractor.stated(program, paths, models, sources, settings)
        for extractor in STATED
        for paths, models in [(candidates.get(_name(extractor.tool), ()), candidates.get(extractor.tool, ()))]
        if paths or models
    ]
    return found._replace(
        histories=(*found.histories, *(history for one in stated for history in one.histories)),
        diagnostics=(*found.diagnostics, *(diagnostic for one in stated for diagnostic in one.diagnostics)),
    )


def agreeing(
    program: Program, histories: Iterable[History], sources: Sequence[Source], diagnostics: Sequence[Diagnostic]
) -> tuple[History, ...]:
    """The histories, each with the schemas that it serves, and how it differs from them."""
    from datamodel_check.extract.migrations.agreement import agree
    from datamodel_check.extract.migrations.pairing import pairs

    histories = sorted(histories, key=lambda history: history.folder)
    whole = {extractor.tool for extractor in STATED}
    served = pairs(program, [history for history in histories if history.tool not in whole], sources)
    return tuple(
        history
        if history.tool in whole
        else agree(program.tree, history, served.get(history.folder, ()), diagnostics, program.sql)
        for history in histories
    )


def with_past(before: Sequence[History], now: Sequence[History]) -> tuple[History, ...]:
    """The histories of now, with what became of the migrations that they had before among the irregularities."""
    from datamodel_check.extract.migrations.history import since

    found = since(before, now)
    return tuple(
        history._replace(irregularities=(*history.irregularities, *found.get(history.folder, ()))) for history in now
    )


def _name(tool: str) -> str:
    return f"{tool} migrations"
