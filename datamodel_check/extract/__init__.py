"""Frameworks interpret the linked program: which systems are used, and what they declare."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from datamodel_check.extract.protocol import Extraction, Marks, Settings
from datamodel_check.model.migrations import History
from datamodel_check.model.program import Program
from datamodel_check.model.schema import Source
from datamodel_check.model.snapshot import Diagnostic, Snapshot

__all__ = ["LAYERS", "Settings", "marks", "migration_marks", "past_histories", "since", "snapshot"]

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
    program: Program, candidates: Mapping[str, Sequence[str]], settings: Settings, layers: Collection[str] = ()
) -> Snapshot:
    """The facts of one state of a repository. `candidates` are the files that each extractor's marks select.

    Of the `LAYERS` above the database only those are read that are named.
    """
    from datamodel_check.extract.detect import detect, packages
    from datamodel_check.extract.guard import Guard
    from datamodel_check.extract.histories import SQL, agreeing, read
    from datamodel_check.extract.layers import layers as read_layers
    from datamodel_check.extract.migrations import Migrations
    from datamodel_check.extract.registry import SCHEMAS

    guard = Guard(candidates)
    extractions: dict[str, Extraction] = {
        extractor.system: guard.run(
            extractor.system,
            lambda paths, extractor=extractor: extractor.extract(program, paths, settings),  # type: ignore[misc]
            Extraction(failed=True),
        )
        if candidates.get(extractor.system)  # importing an extractor takes longer than to find out that it has no work
        else Extraction()
        for extractor in SCHEMAS
    }
    sources = sorted((source for each in extractions.values() for source in each.sources), key=lambda source: source.id)
    migrations = guard.run(SQL, lambda _: read(program, candidates, sources, settings), Migrations())
    verdicts = detect(program, candidates.get(_DETECTION, ()), extractions, settings)
    found = [
        *extractions.values(),
        Extraction((), migrations.diagnostics, migrations.passed_over),
        Extraction((), verdicts.diagnostics, verdicts.passed_over),
    ]
    diagnostics = [diagnostic for each in found for diagnostic in each.diagnostics]
    histories = guard.run(
        SQL, lambda _: agreeing(program, migrations.histories, sources, diagnostics), migrations.histories
    )
    above = read_layers(program, candidates, sources, settings, layers)
    return Snapshot(
        sources=tuple(sources),
        migrations=histories,
        detections=verdicts.detections,
        diagnostics=_ordered((*diagnostics, *above.diagnostics, *guard.diagnostics)),
        packages=packages(program, verdicts.detections),
        passed_over=tuple(sorted({place for each in found for place in each.passed_over})),
        routes=above.routes,
        services=above.services,
        state=above.state,
        types=above.types,
        lineage=above.lineage,
    )


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
