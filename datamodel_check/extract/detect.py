"""Verdicts: which systems the repository uses, and why one thinks so.

What decides, strongest first:

1. a schema that was read, or a file by which a system is known (`schema.prisma`, `manage.py`);
2. an import of the system's package in code that is the application's own, decided by the parsed module;
3. a dependency that nobody imports, and imports in tests, fixtures and examples: named as evidence, but not detected.

The version is the range of the package that holds the evidence: a monorepo may use several.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from datamodel_check.errors import UnreadableFileError
from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.imports import imported
from datamodel_check.extract.protocol import Extraction, Settings
from datamodel_check.extract.systems import DATABASES, Anchor, DetectedSystem
from datamodel_check.model.globs import matches
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.program import Package, Program
from datamodel_check.model.schema import Source
from datamodel_check.model.snapshot import Detection, Diagnostic, Evidence, PassedOver

_ANCHORS_OF_A_KIND = 5
"""More places of one kind than this say nothing more to a reader."""


class Verdicts(NamedTuple):
    detections: tuple[Detection, ...]
    diagnostics: tuple[Diagnostic, ...]
    passed_over: tuple[PassedOver, ...]


def detect(
    program: Program,
    candidates: Mapping[str, Sequence[str]],
    extractions: Mapping[str, Extraction],
    settings: Settings,
) -> Verdicts:
    """A verdict on every system of the catalogue, and what must be said about those that cannot be read yet."""
    detections: list[Detection] = []
    diagnostics: list[Diagnostic] = []
    passed_over: list[PassedOver] = []
    for system in DATABASES:
        search = _Search(program, system, sorted(candidates.get(system.slug, ())), settings)
        extraction = extractions.get(system.slug)
        detection = search.verdict(extraction.sources if extraction else ())
        detections.append(detection)
        passed_over.extend(search.passed_over())
        if detection.detected:
            diagnostics.extend(_unread(system, detection, extraction))
    return Verdicts(
        tuple(sorted(detections, key=lambda one: (one.category, one.system))), tuple(diagnostics), tuple(passed_over)
    )


def _unread(system: DetectedSystem, detection: Detection, extraction: Extraction | None) -> Iterator[Diagnostic]:
    """What is used and not in the facts must not look absent."""
    place = Location(detection.evidence[0].path, NOWHERE._replace(line=detection.evidence[0].line))
    if extraction is None:
        message = f"{system.title} is used here, but this version does not read its tables"
        hint = (
            f"They are missing from the facts, not absent: write about {system.title} by hand until a version reads it."
        )
        yield Diagnostic("unresolved", place, message, hint)
    elif not extraction.sources and not extraction.diagnostics:
        message = f"{system.title} is used here, but no table was found"
        hint = "Name the schema's files in `sources` of the configuration of datamodel-check."
        yield Diagnostic("unresolved", place, message, hint)


class _Search:
    """The evidence for one system."""

    def __init__(self, program: Program, system: DetectedSystem, paths: Sequence[str], settings: Settings) -> None:
        self.program = program
        self.system = system
        self.reasons = {path: decoy(path, settings) for path in paths}
        self.own = [path for path, reason in self.reasons.items() if reason is None]
        self.others = [path for path, reason in self.reasons.items() if reason is not None]

    def verdict(self, sources: Sequence[Source]) -> Detection:
        anchors = [*_source_anchors(sources), *self._anchors()]
        imported = self._import(self.own)
        proof = [*anchors, *([imported] if imported else [])]
        dependency, version = self._dependency(proof)
        weak = [] if proof else self._weak(dependency)
        return Detection(
            self.system.category,
            self.system.slug,
            detected=bool(proof),
            version=version if proof else None,
            evidence=tuple(dict.fromkeys([*proof, *([dependency] if dependency and proof else weak)])),
        )

    def passed_over(self) -> Iterator[PassedOver]:
        """Files by which the system would be known, in places that do not count."""
        for path in self.others:
            if any(self._is_anchor(anchor, path) for anchor in self.system.anchors):
                yield PassedOver(path, self.reasons[path] or "")

    def _anchors(self) -> list[Evidence]:
        found: list[Evidence] = []
        for anchor in self.system.anchors:
            paths = [path for path in self.own if self._is_anchor(anchor, path)]
            found.extend(Evidence(path, 1, anchor.what, anchor=True) for path in paths[:_ANCHORS_OF_A_KIND])
        return found

    def _is_anchor(self, anchor: Anchor, path: str) -> bool:
        return matches(anchor.path, path) and anchor.literal in self._read(path)

    def _weak(self, dependency: Evidence | None) -> list[Evidence]:
        elsewhere = self._import(self.others)
        if elsewhere is not None:
            return [elsewhere._replace(what=f"{elsewhere.what}, {self.reasons[elsewhere.path]}")]
        return [dependency._replace(what=f"{dependency.what}, imported nowhere")] if dependency else []

    # --- imports -----------------------------------------------------------------------------------------------------

    def _import(self, paths: Iterable[str]) -> Evidence | None:
        """The first import of the system's package; one suffices."""
        for path in paths:
            for package in self.system.packages:
                line = self._imported(path, package)
                if line is not None:
                    return Evidence(path, line, f"import of {package}")
        return None

    def _imported(self, path: str, package: str) -> int | None:
        """The line on which `path` imports `package`: its text first, for that is cheap, then the parsed module."""
        content = self._read(path)
        if path.endswith(".py"):
            found = re.search(rb"^[ \t]*(?:from|import)[ \t]+%s\b" % re.escape(package.encode()), content, re.MULTILINE)
            return content.count(b"\n", 0, found.end()) + 1 if found else None
        if not re.search(rb"""["']%s(?:/[^"'\n]*)?["']""" % re.escape(package.encode()), content):
            return None
        module = self.program.module(path)
        if module is None:
            return None
        lines = (
            one.span.line for one in imported(module) if one.source == package or one.source.startswith(f"{package}/")
        )
        return next(lines, None)

    def _read(self, path: str) -> bytes:
        try:
            return self.program.tree.read(path)
        except UnreadableFileError:
            return b""  # whoever reads the file for its facts reports it

    # --- dependencies ------------------------------------------------------------------------------------------------

    def _dependency(self, proof: Sequence[Evidence]) -> tuple[Evidence | None, str | None]:
        """The declaration of the dependency, nearest to the proof, and its version range."""
        for package in self._packages(proof):
            for name in (*self.system.packages, *self.system.tools):
                if name in package.dependencies:
                    evidence = Evidence(package.manifest, self._line(package.manifest, name), f"dependency {name}")
                    return evidence, package.dependencies[name]
        return None, None

    def _packages(self, proof: Sequence[Evidence]) -> list[Package]:
        """The packages that hold the proof, then the root's, then all."""
        near = [package for each in proof if (package := self.program.package(each.path)) is not None]
        ordered = [*near, *sorted(self.program.packages, key=lambda package: package.directory)]
        return list({package.manifest: package for package in ordered}.values())

    def _line(self, manifest: str, name: str) -> int:
        content = self._read(manifest)
        position = content.find(f'"{name}"'.encode())
        return content.count(b"\n", 0, position) + 1 if position >= 0 else 1


def _source_anchors(sources: Sequence[Source]) -> Iterator[Evidence]:
    """The places of a schema that was read: its configuration, its file or folder, its migrations."""
    for source in sources:
        if source.config is not None:
            yield Evidence(source.config, 1, "config", anchor=True)
        place = source.id.split(":")[1]
        yield Evidence(place, 1, "schema", anchor=True)
        if source.migrations_folder is not None:
            yield Evidence(source.migrations_folder, 1, "migrations", anchor=True)
