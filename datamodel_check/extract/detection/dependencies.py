"""Where a system is declared as a dependency, and in which version."""

from collections.abc import Iterable, Sequence

from datamodel_check.extract.detection.sightings import Sightings
from datamodel_check.extract.systems import DetectedSystem
from datamodel_check.model.program import Package
from datamodel_check.model.snapshot import Evidence


class Dependencies:
    """The declarations in the manifests of a repository."""

    def __init__(self, sightings: Sightings) -> None:
        self._sightings = sightings
        self._program = sightings.program

    def of(self, system: DetectedSystem, proof: Iterable[Evidence]) -> tuple[list[Evidence], str | None]:
        """The declarations in the packages that hold the proof, and the version of the first.

        Where none of them declares it, the root's counts, then any: package managers hoist. Another version than the
        first is told.
        """
        near = _once(package for one in proof if (package := self._program.package(one.path)) is not None)
        declared = [found for package in near if (found := self._declaration(package, system)) is not None]
        if not declared:
            everywhere = sorted(self._program.packages, key=lambda package: package.directory)
            declared = [found for package in everywhere if (found := self._declaration(package, system))][:1]
        if not declared:
            return [], None
        version = declared[0][1]
        return [
            evidence if range_ == version else evidence._replace(what=f"{evidence.what} {range_}")
            for evidence, range_ in declared
        ], version

    def declared(self, system: DetectedSystem) -> Evidence | None:
        """The first declaration in the repository."""
        everywhere = sorted(self._program.packages, key=lambda package: package.directory)
        found = (self._declaration(package, system) for package in everywhere)
        return next((one[0] for one in found if one is not None), None)

    def _declaration(self, package: Package, system: DetectedSystem) -> tuple[Evidence, str] | None:
        for name in (*system.packages, *system.tools):
            if name in package.dependencies:
                line = self._line(package.manifest, name)
                return Evidence(package.manifest, line, f"dependency {name}"), package.dependencies[name]
        return None

    def _line(self, manifest: str, name: str) -> int:
        content = self._sightings.read(manifest)
        position = content.find(f'"{name}"'.encode())
        return content.count(b"\n", 0, position) + 1 if position >= 0 else 1


def _once(packages: Iterable[Package]) -> Sequence[Package]:
    return list({package.manifest: package for package in packages}.values())
