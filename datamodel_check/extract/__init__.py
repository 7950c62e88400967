"""Frameworks interpret the linked program: which systems are used, and what they declare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.extract.protocol import Answer, Asking, Extraction, Marks, Settings, Verdicts
from datamodel_check.model.migrations import History
from datamodel_check.model.program import Program
from datamodel_check.model.schema import Source
from datamodel_check.model.snapshot import Diagnostic, Snapshot

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from datamodel_check.extract.guard import Guard
    from datamodel_check.model.program import Program

__all__ = ["LAYERS", "Answer", "Asking", "Settings", "marks", "migration_marks", "past_histories", "since", "snapshot"]

LAYERS = ("routes", "services", "state", "types", "lineage")
"""The layers above the database that can be asked for; instead of routes also `endpoints`, who touch nothing."""

_DETECTION = "detection"


def marks(layers: Collection[str] = ()) -> dict[str, Marks]:
    """Which files each extractor wants to see: what `snapshot` expects its candidates to be selected by."""
    from datamodel_check.extract.layers import marks as of_layers
    from datamodel_check.extract.registry import SCHEMAS
    from datamodel_check.extract.systems import MARKS

    schemas = {extractor.system: extractor.marks for extractor in SCHEMAS}
    return {_DETECTION: MARKS} | schemas | migration_marks() | of_layers(layers)


def migration_marks() -> dict[str, Marks]:
    """Which files `past_histories` wants to see."""
    from datamodel_check.extract.histories import marks

    return marks()


def snapshot(
    ask: Asking, candidates: Mapping[str, Sequence[str]], settings: Settings, layers: Collection[str] = ()
) -> Snapshot:
    """The facts of one state of a repository, part by part. `candidates` are the files that extractors' marks select.

    Of the `LAYERS` above the database only those are read that are named.
    """
    from datamodel_check.extract.guard import Guard
    from datamodel_check.extract.histories import SQL, agreeing, read, read_from
    from datamodel_check.extract.layers import layers as read_layers
    from datamodel_check.extract.migrations.protocol import Migrations

    guard = Guard(candidates)
    schemas = _schemas(ask, guard, candidates, settings)
    extractions = {system: answer.found for system, answer in schemas.items()}
    sources = sorted((source for each in extractions.values() for source in each.sources), key=lambda source: source.id)
    read_before = tuple((system, answer.digest) for system, answer in schemas.items())
    migrations = guard.run(
        SQL,
        lambda _: ask(
            "migrations",
            (read_before, read_from(candidates)),
            lambda program: read(program, candidates, sources, settings),
            Migrations._make,
        ),
        Answer(Migrations()),
    )
    marked = candidates.get(_DETECTION, ())

    def detected(program: Program) -> Verdicts:
        from datamodel_check.extract.detect import detect

        return detect(program, marked, extractions, settings)

    verdicts = ask(_DETECTION, (read_before, marked), detected, Verdicts._make)
    found = [
        *extractions.values(),
        Extraction((), migrations.found.diagnostics, migrations.found.passed_over),
        Extraction((), verdicts.found.diagnostics, verdicts.found.passed_over),
    ]
    diagnostics = [diagnostic for each in found for diagnostic in each.diagnostics]
    agreed = guard.run(
        SQL,
        lambda _: ask(
            "agreement",
            (read_before, migrations.digest, verdicts.digest),
            lambda program: Migrations(agreeing(program, migrations.found.histories, sources, diagnostics)),
            Migrations._make,
        ),
        migrations,
    )
    above = read_layers(ask, candidates, (sources, read_before), settings, layers)
    return Snapshot(
        sources=tuple(sources),
        migrations=agreed.found.histories,
        detections=verdicts.found.detections,
        diagnostics=_ordered((*diagnostics, *above.diagnostics, *guard.diagnostics)),
        packages=verdicts.found.packages,
        passed_over=tuple(sorted({place for each in found for place in each.passed_over})),
        routes=above.routes,
        services=above.services,
        state=above.state,
        types=above.types,
        lineage=above.lineage,
    )


def _schemas(
    ask: Asking, guard: Guard, candidates: Mapping[str, Sequence[str]], settings: Settings
) -> dict[str, Answer[Extraction]]:
    """What each ORM declares, by its system."""
    from datamodel_check.extract.registry import SCHEMAS

    found: dict[str, Answer[Extraction]] = {}
    for extractor in SCHEMAS:
        system = extractor.system
        if not candidates.get(system):  # importing an extractor takes longer than to find out that it has no work
            found[system] = Answer(Extraction())
            continue
        found[system] = guard.run(
            system,
            lambda paths, extractor=extractor: ask(  # type: ignore[misc]
                f"{extractor.system} schema",
                (paths,),
                lambda program: extractor.extract(program, paths, settings),
                Extraction._make,
            ),
            Answer(Extraction(failed=True), b"failed"),
        )
    return found


def past_histories(
    program: Program, candidates: Mapping[str, Sequence[str]], sources: Sequence[Source], settings: Settings
) -> tuple[History, ...]:
    """The histories alone; `candidates` are what `migration_marks` select, `sources` name folders and dialects."""
    from datamodel_check.extract.histories import read

    return read(program, candidates, sources, settings).histories


def since(before: Sequence[History], now: Sequence[History]) -> tuple[History, ...]:
    """The histories of now, with what became of the migrations that they had before among the irregularities."""
    from datamodel_check.extract.histories import with_past

    return with_past(before, now)


def _ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(
        sorted(set(diagnostics), key=lambda one: (one.location.path, one.location.span, one.code, one.message))
    )
