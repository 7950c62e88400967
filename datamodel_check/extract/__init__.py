"""Frameworks interpret the linked program: which systems are used, and what schemas and migrations they declare."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from datamodel_check.extract.protocol import Extraction, Marks, Settings
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.migrations import History
from datamodel_check.model.program import Program
from datamodel_check.model.schema import Source
from datamodel_check.model.snapshot import Diagnostic, Snapshot

if TYPE_CHECKING:
    from datamodel_check.extract.migrations import Migrations

__all__ = ["Settings", "histories", "marks", "migration_marks", "since", "snapshot"]

_DETECTION = "detection"
_MIGRATIONS = "migrations"

T = TypeVar("T")


def marks() -> dict[str, Marks]:
    """Which files each system wants to see: what `snapshot` expects its candidates to be selected by."""
    from datamodel_check.extract.registry import SCHEMAS
    from datamodel_check.extract.systems import MARKS as SEEN

    schemas = {extractor.system: extractor.marks for extractor in SCHEMAS}
    return {_DETECTION: SEEN} | schemas | migration_marks()


def migration_marks() -> dict[str, Marks]:
    """Which files `histories` wants to see."""
    from datamodel_check.extract.migrations import MARKS
    from datamodel_check.extract.registry import MIGRATIONS

    return {_MIGRATIONS: MARKS} | {f"{extractor.tool} migrations": extractor.marks for extractor in MIGRATIONS}


def snapshot(program: Program, candidates: Mapping[str, Sequence[str]], settings: Settings) -> Snapshot:
    """The facts of one state of a repository. `candidates` are the files that each system's marks select."""
    from datamodel_check.extract.detect import detect
    from datamodel_check.extract.migrations import Migrations
    from datamodel_check.extract.registry import SCHEMAS

    guard = _Guard(candidates)
    extractions: dict[str, Extraction] = {
        extractor.system: guard.run(
            extractor.system,
            lambda paths, extractor=extractor: extractor.extract(program, paths, settings),  # type: ignore[misc]
            Extraction(failed=True),
        )
        for extractor in SCHEMAS
    }
    sources = sorted((source for each in extractions.values() for source in each.sources), key=lambda source: source.id)
    migrations = guard.run(_MIGRATIONS, lambda _: _migrations(program, candidates, sources, settings), Migrations())
    verdicts = detect(program, candidates.get(_DETECTION, ()), extractions, settings)
    found = [
        *extractions.values(),
        Extraction((), migrations.diagnostics, migrations.passed_over),
        Extraction((), verdicts.diagnostics, verdicts.passed_over),
    ]
    diagnostics = [diagnostic for each in found for diagnostic in each.diagnostics]
    agreeing = guard.run(
        _MIGRATIONS, lambda _: _agreeing(program, migrations.histories, sources, diagnostics), migrations.histories
    )
    return Snapshot(
        sources=tuple(sources),
        migrations=agreeing,
        detections=verdicts.detections,
        diagnostics=_ordered((*diagnostics, *guard.diagnostics)),
        passed_over=tuple(sorted({place for each in found for place in each.passed_over})),
    )


def histories(
    program: Program, candidates: Mapping[str, Sequence[str]], sources: Sequence[Source], settings: Settings
) -> tuple[History, ...]:
    """The histories alone; `candidates` are what `migration_marks` select, `sources` name folders and dialects."""
    return _migrations(program, candidates, sources, settings).histories


def since(before: Sequence[History], now: Sequence[History]) -> tuple[History, ...]:
    """The histories of now, with what became of the migrations that they had before among the irregularities."""
    from datamodel_check.extract.migrations import since

    found = since(before, now)
    return tuple(
        history._replace(irregularities=(*history.irregularities, *found.get(history.folder, ()))) for history in now
    )


def _ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(
        sorted(set(diagnostics), key=lambda one: (one.location.path, one.location.span, one.code, one.message))
    )


# --- migrations ------------------------------------------------------------------------------------------------------


def _migrations(
    program: Program, candidates: Mapping[str, Sequence[str]], sources: Sequence[Source], settings: Settings
) -> "Migrations":
    from datamodel_check.extract.migrations import migrations, spoken
    from datamodel_check.extract.migrations.protocol import Found
    from datamodel_check.extract.registry import MIGRATIONS
    from datamodel_check.model.sql import Script

    known = {
        source.migrations_folder: dialect
        for source in sources
        if source.migrations_folder and (dialect := spoken(source.dialect))
    }
    coded = [
        Found(folder, partial(extractor.script, program))
        for extractor in MIGRATIONS
        for folder in extractor.folders(program, candidates.get(f"{extractor.tool} migrations", ()), sources)
    ]
    return migrations(
        program.tree,
        candidates.get(_MIGRATIONS, ()),
        lambda path, dialect: program.script(path, dialect) or Script(()),
        settings,
        known,
        coded,
    )


def _agreeing(
    program: Program, histories: Iterable[History], sources: Sequence[Source], diagnostics: Sequence[Diagnostic]
) -> tuple[History, ...]:
    """The histories, each with the schemas that it serves, and how it differs from them."""
    from datamodel_check.extract.migrations import agree, pairs

    histories = sorted(histories, key=lambda history: history.folder)
    served = pairs(program, histories, sources)
    return tuple(
        agree(program.tree, history, served.get(history.folder, ()), diagnostics, program.sql) for history in histories
    )


# --- failures --------------------------------------------------------------------------------------------------------


class _Guard:
    """Runs extractors: the crash of one is a diagnostic, and the others go on."""

    def __init__(self, candidates: Mapping[str, Sequence[str]]) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._candidates = candidates

    def run(self, name: str, extract: Callable[[Sequence[str]], T], nothing: T) -> T:
        paths = sorted(self._candidates.get(name, ()))
        try:
            return extract(paths)
        except Exception as error:
            place = Location(paths[0] if paths else ".", NOWHERE)
            message = f"the {name} extractor failed: {type(error).__name__}: {error}"
            hint = "Report this with the file named here; what it would find is missing from the facts."
            self.diagnostics.append(Diagnostic("unreadable", place, message, hint))
            return nothing
