"""What the repository uses and does not, for people: the verdicts, their evidence, and what was passed over.

In a monorepo the evidence is grouped by package, and at the end stands what each package uses.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from datamodel_check.markdown.escaping import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from datamodel_check.model.snapshot import Detection, Evidence, Snapshot

_MANIFEST = re.compile(r"(?:^|/)(?:package\.json|pyproject\.toml)$")

ELSEWHERE = "elsewhere"
"""The root, and what stands in no package."""


def render(snapshot: Snapshot) -> str:
    """The verdicts as lines of text."""
    return "".join(f"{'  ' * depth}{visible(text)}\n" for depth, text in _lines(snapshot))


def _lines(snapshot: Snapshot) -> Iterator[tuple[int, str]]:
    packages = sorted({*snapshot.packages, *_packages(snapshot.detections)}, key=len, reverse=True)
    categories = dict.fromkeys(detection.category for detection in snapshot.detections)
    for category in categories:
        found = [detection for detection in snapshot.detections if detection.category == category]
        yield 0, f"{category}:"
        for detection in found:
            if detection.detected:
                yield from _detected(detection, packages)
        absent = [detection.system for detection in found if not detection.detected]
        if absent:
            yield 1, f"not detected: {', '.join(absent)}"
    yield from _sums(snapshot.detections, packages)
    for source in snapshot.sources:
        yield 0, f"source {source.id} ({source.dialect}, {len(source.tables)} tables)"
    if snapshot.passed_over:
        yield 0, "passed over:"
        yield from ((1, f"{place.path}: {place.reason}") for place in snapshot.passed_over)


def _detected(detection: Detection, packages: Sequence[str]) -> Iterator[tuple[int, str]]:
    yield 1, f"{detection.system} {detection.version or ''}".rstrip()
    groups = _by_package(detection.evidence, packages)
    for package, evidence in groups.items():
        if len(groups) > 1:
            yield 2, f"in {package or ELSEWHERE}:"
        yield from ((2 + (len(groups) > 1), f"{one.path}:{one.line}: {one.what}") for one in evidence)


# --- packages --------------------------------------------------------------------------------------------------------


def _sums(detections: Iterable[Detection], packages: Sequence[str]) -> Iterator[tuple[int, str]]:
    """What each package uses, where there are several."""
    used: dict[str, list[str]] = {}
    for detection in detections:
        for package in _by_package(detection.evidence if detection.detected else (), packages):
            used.setdefault(package, []).append(detection.system)
    if len(used) > 1:
        yield 0, "packages:"
        yield from (
            (1, f"{package or ELSEWHERE}: {', '.join(dict.fromkeys(used[package]))}") for package in sorted(used)
        )


def _packages(detections: Iterable[Detection]) -> list[str]:
    """The folders of the manifests among the evidence, the innermost first."""
    paths = (one.path for detection in detections for one in detection.evidence)
    return sorted({path.rpartition("/")[0] for path in paths if _MANIFEST.search(path)}, key=len, reverse=True)


def _by_package(evidence: Iterable[Evidence], packages: Sequence[str]) -> dict[str, list[Evidence]]:
    groups: dict[str, list[Evidence]] = {}
    for one in evidence:
        package = next((folder for folder in packages if not folder or f"{one.path}/".startswith(f"{folder}/")), "")
        groups.setdefault(package, []).append(one)
    return groups
