"""What the repository uses and does not, for people: the verdicts, their evidence, and what was passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.markdown.escaping import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from datamodel_check.model.snapshot import Detection, Snapshot


def render(snapshot: Snapshot) -> str:
    """The verdicts as lines of text."""
    return "".join(f"{'  ' * depth}{visible(text)}\n" for depth, text in _lines(snapshot))


def _lines(snapshot: Snapshot) -> Iterator[tuple[int, str]]:
    categories = dict.fromkeys(detection.category for detection in snapshot.detections)
    for category in categories:
        found = [detection for detection in snapshot.detections if detection.category == category]
        yield 0, f"{category}:"
        for detection in found:
            if detection.detected:
                yield from _detected(detection)
        absent = [detection.system for detection in found if not detection.detected]
        if absent:
            yield 1, f"not detected: {', '.join(absent)}"
    for source in snapshot.sources:
        yield 0, f"source {source.id} ({source.dialect}, {len(source.tables)} tables)"
    if snapshot.passed_over:
        yield 0, "passed over:"
        yield from ((1, f"{place.path}: {place.reason}") for place in snapshot.passed_over)


def _detected(detection: Detection) -> Iterator[tuple[int, str]]:
    yield 1, f"{detection.system} {detection.version or ''}".rstrip()
    for evidence in detection.evidence:
        yield 2, f"{evidence.path}:{evidence.line}: {evidence.what}"
