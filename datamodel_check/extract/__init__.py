"""Frameworks interpret the linked program: which systems are used, and which schemas they declare."""

from collections.abc import Mapping, Sequence

from datamodel_check.extract.protocol import Extraction, Marks, SchemaExtractor, Settings
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.program import Program
from datamodel_check.model.snapshot import Diagnostic, Snapshot

__all__ = ["Settings", "marks", "snapshot"]


def marks() -> dict[str, Marks]:
    """Which files each system wants to see: what `snapshot` expects its candidates to be selected by."""
    from datamodel_check.extract.registry import SCHEMAS
    from datamodel_check.extract.systems import DATABASES

    detected = {system.slug: system.marks for system in DATABASES}
    return detected | {extractor.system: extractor.marks for extractor in SCHEMAS}


def snapshot(program: Program, candidates: Mapping[str, Sequence[str]], settings: Settings) -> Snapshot:
    """The facts of one state of a repository. `candidates` are the files that each system's marks select."""
    from datamodel_check.extract.detect import detect
    from datamodel_check.extract.registry import SCHEMAS

    extractions: dict[str, Extraction] = {
        extractor.system: _guarded(extractor, program, sorted(candidates.get(extractor.system, ())), settings)
        for extractor in SCHEMAS
    }
    verdicts = detect(program, candidates, extractions, settings)
    found = [*extractions.values(), Extraction((), verdicts.diagnostics, verdicts.passed_over)]
    return Snapshot(
        sources=tuple(sorted((source for each in found for source in each.sources), key=lambda source: source.id)),
        detections=verdicts.detections,
        diagnostics=tuple(
            sorted(
                {diagnostic for each in found for diagnostic in each.diagnostics},
                key=lambda one: (one.location.path, one.location.span, one.code, one.message),
            )
        ),
        passed_over=tuple(sorted({place for each in found for place in each.passed_over})),
    )


def _guarded(extractor: SchemaExtractor, program: Program, candidates: Sequence[str], settings: Settings) -> Extraction:
    """One extractor's result; its crash is a diagnostic, and the other extractors go on."""
    try:
        return extractor.extract(program, candidates, settings)
    except Exception as error:
        place = Location(candidates[0] if candidates else ".", NOWHERE)
        message = f"the {extractor.system} extractor failed: {type(error).__name__}: {error}"
        hint = "Report this with the file named here; its tables are missing from the facts."
        return Extraction(diagnostics=(Diagnostic("unreadable", place, message, hint),))
