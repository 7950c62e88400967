"""Verdicts: which systems the repository uses, and why one thinks so.

What decides, strongest first:

1. a schema that was read, or a file by which a system is known (`schema.prisma`, `manage.py`);
2. an import of the system's package in code that is the application's own, decided by the parsed module;
3. a dependency that nobody imports, and imports in tests, fixtures and examples: named as evidence, but not detected.

The version is the range of the package that holds the evidence: a monorepo may use several.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from datamodel_check.extract.detection import nextauth, services
from datamodel_check.extract.detection.dependencies import Dependencies
from datamodel_check.extract.detection.nextjs import Applications
from datamodel_check.extract.detection.places import condensed
from datamodel_check.extract.detection.sightings import Sighting, Sightings
from datamodel_check.extract.protocol import Extraction, Settings, Verdicts
from datamodel_check.extract.systems import SYSTEMS, Anchor, DetectedSystem
from datamodel_check.model.globs import matches
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.program import Program
from datamodel_check.model.schema import Source
from datamodel_check.model.snapshot import Detection, Diagnostic, Evidence, PassedOver


def detect(
    program: Program,
    candidates: Sequence[str],
    extractions: Mapping[str, Extraction],
    settings: Settings,
) -> Verdicts:
    """A verdict on every system of the catalogue, and what must be said about those that cannot be read yet.

    `candidates` are the files that `systems.MARKS` selects, `extractions` what was read of databases.
    """
    detections: list[Detection] = []
    diagnostics: list[Diagnostic] = []
    passed_over: list[PassedOver] = []
    search = _Search(Sightings(program, sorted(candidates), settings), extractions)
    for system in SYSTEMS:
        detection = search.verdict(system)
        detections.append(detection)
        passed_over.extend(search.passed_over(system))
        if detection.detected and system.category == "database":
            diagnostics.extend(_unread(system, detection, extractions.get(system.slug)))
    return Verdicts(
        tuple(sorted(detections, key=lambda one: (one.category, one.system))),
        tuple(diagnostics),
        tuple(passed_over),
        _packages(program, detections),
    )


def _packages(program: Program, detections: Iterable[Detection]) -> tuple[str, ...]:
    paths = {one.path for detection in detections if detection.detected for one in detection.evidence}
    found = (program.package(f"{path}/") for path in paths)  # a place may be a folder
    return tuple(sorted({one.directory for one in found if one is not None}))


def _unread(system: DetectedSystem, detection: Detection, extraction: Extraction | None) -> Iterator[Diagnostic]:
    """What is used and not in the facts must not look absent."""
    place = Location(detection.evidence[0].path, NOWHERE._replace(line=detection.evidence[0].line))
    if extraction is None:
        message = f"{system.title} is used here, but this version does not read its tables"
        hint = (
            f"They are missing from the facts, not absent: write about {system.title} by hand until a version reads it."
        )
        yield Diagnostic("unresolved", place, message, hint)
    elif not (extraction.sources or extraction.diagnostics or extraction.failed):
        message = f"{system.title} is used here, but no table was found"
        hint = "Name the schema's files in `sources` of the configuration of datamodel-check."
        yield Diagnostic("unresolved", place, message, hint)


class _Search:
    """The evidence for every system."""

    def __init__(self, sightings: Sightings, extractions: Mapping[str, Extraction]) -> None:
        self._sightings = sightings
        self._dependencies = Dependencies(sightings)
        self._applications = Applications(sightings)
        self._sources = [source for extraction in extractions.values() for source in extraction.sources]

    def verdict(self, system: DetectedSystem) -> Detection:
        anchors = [*self._source_anchors(system), *self._anchors(system), *self._made(system), *self._special(system)]
        imports = [] if system.missing else self._imports(system)
        proof = [*condensed(one for one in anchors if one.anchor), *imports]
        if not proof:
            return Detection(system.category, system.slug, detected=False, evidence=tuple(self._weak(system)))
        traits = [*(one for one in anchors if one.trait), *self._traits(system)]
        dependencies, version = self._dependencies.of(system, [*anchors, *imports])
        evidence = tuple(dict.fromkeys([*proof, *traits, *dependencies]))
        return Detection(system.category, system.slug, detected=True, version=version, evidence=evidence)

    def passed_over(self, system: DetectedSystem) -> Iterator[PassedOver]:
        """Files by which a database would be known, in places that do not count."""
        if system.category == "database":
            for path in self._sightings.others:
                if any(self._is_anchor(anchor, path) for anchor in system.anchors):
                    yield PassedOver(path, self._sightings.reasons[path] or "")

    # --- places ------------------------------------------------------------------------------------------------------

    def _source_anchors(self, system: DetectedSystem) -> Iterator[Evidence]:
        """The places of a schema that was read: its configuration, its file or folder, its migrations."""
        for source in self._sources:
            if source.system == system.slug and system.category == "database":
                yield from _places(source)

    def _anchors(self, system: DetectedSystem) -> Iterator[Evidence]:
        for anchor in system.anchors:
            for path in self._sightings.own:
                if self._is_anchor(anchor, path):
                    yield Evidence(path, 1, anchor.what, anchor=True)

    def _is_anchor(self, anchor: Anchor, path: str) -> bool:
        return matches(anchor.path, path) and anchor.literal in self._sightings.read(path)

    def _made(self, system: DetectedSystem) -> Iterator[Evidence]:
        """The modules that make what the system is for: stores, applications."""
        for maker in system.makers:
            paths = self._sightings.mentioning(system.proving)
            made = (self._sightings.makes(path, system.proving, maker.names) for path in paths)
            found = [Evidence(one.path, one.line, maker.what, anchor=True) for one in made if one is not None]
            yield from [one for one in found if not services.is_one_off(one.path)] or found

    def _special(self, system: DetectedSystem) -> Iterator[Evidence]:
        if system.slug == "nextjs":
            return self._applications.evidence()
        if system.slug == "nextauth":
            return nextauth.evidence(self._sightings)
        if system.category == "services":
            schemas = {path for source in self._sources for path in source.files}
            return services.evidence(system.slug, self._sightings, self._applications, schemas)
        return iter(())

    # --- imports -----------------------------------------------------------------------------------------------------

    def _imports(self, system: DetectedSystem) -> list[Evidence]:
        """The first import in each package of the repository; one suffices."""
        found: dict[str, Evidence] = {}
        for path in self._sightings.mentioning(system.proving):
            package = self._sightings.program.package(path)
            directory = package.directory if package is not None else ""
            if directory not in found:
                sighting = self._sightings.first(system.proving, [path])
                if sighting is not None:
                    found[directory] = _evidence(sighting)
        return list(found.values())

    def _traits(self, system: DetectedSystem) -> Iterator[Evidence]:
        for trait in system.traits:
            for path in self._sightings.mentioning(trait.packages):
                found = self._trait(path, trait.packages, trait.names)
                if found is not None:
                    yield Evidence(path, found.line, trait.what, trait=True)
                    break

    def _trait(self, path: str, packages: Sequence[str], names: Sequence[str]) -> Sighting | None:
        return next((one for one in self._sightings.of(path, packages) if not names or one.name in names), None)

    def _weak(self, system: DetectedSystem) -> Iterator[Evidence]:
        """What looks like the system and proves nothing."""
        others = self._sightings.mentioning(system.proving, own=False)
        elsewhere = None if system.missing else self._sightings.first(system.proving, others)
        dependency = self._dependencies.declared(system)
        if elsewhere is not None:
            found = _evidence(elsewhere)
            yield found._replace(what=f"{found.what}, {self._sightings.reasons[found.path]}")
        elif dependency is not None:
            yield dependency._replace(what=f"{dependency.what}, {system.missing or 'imported nowhere'}")


def _evidence(sighting: Sighting) -> Evidence:
    return Evidence(sighting.path, sighting.line, f"import of {sighting.package}")


def _places(source: Source) -> Iterable[Evidence]:
    if source.config is not None:
        yield Evidence(source.config, 1, "config", anchor=True)
    yield Evidence(source.id.split(":")[1], 1, "schema", anchor=True)
    if source.migrations_folder is not None:
        yield Evidence(source.migrations_folder, 1, "migrations", anchor=True)
