"""`discovery`: which technology the repository uses, and which was looked for and not found."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from datamodel_check.model.blocks import Block, Cell, Grid, Link, Paragraph, Text
from datamodel_check.model.document import Argument
from datamodel_check.model.snapshot import Detection, Snapshot
from datamodel_check.views.protocol import Parameter
from datamodel_check.views.selection import check_arguments
from datamodel_check.views.systems import DIALECTS, DISPLAY_NAMES
from datamodel_check.views.wording import join, words


class Place(NamedTuple):
    """A file or folder that shows what the repository uses, such as its schema."""

    what: str
    path: str


class Found(NamedTuple):
    system: str
    major: str
    databases: tuple[str, ...]
    places: tuple[Place, ...]


class Verdicts(NamedTuple):
    """What was found, and the names of what was looked for in vain."""

    found: tuple[Found, ...]
    missing: tuple[str, ...]


class Discovery:
    name = "discovery"
    summary = "which database technology was found and where, and which was not"
    parameters: tuple[Parameter, ...] = ()

    def content(self, snapshot: Snapshot, arguments: Sequence[Argument]) -> Verdicts:
        check_arguments(arguments, self.parameters)
        database = [detection for detection in snapshot.detections if detection.category == "database"]
        return Verdicts(
            tuple(sorted(_found(detection, snapshot) for detection in database if detection.detected)),
            tuple(sorted(detection.system for detection in database if not detection.detected)),
        )

    def blocks(self, content: Verdicts) -> tuple[Block, ...]:
        blocks: list[Block] = []
        if content.found:
            header = ("Technology", "Version", "Database", "Where")
            blocks.append(Grid(header, tuple(map(_row, content.found)), noun="technology"))
        if content.missing:
            names = ", ".join(map(_display, content.missing))
            blocks.append(Paragraph((Text(f"Looked for and not found: {names}."),)))
        return tuple(blocks) or (Paragraph((Text("Nothing was looked for."),)),)


def major(version: str | None) -> str:
    """The part of a version range that changes when users must act: `^5.1.0` → `5`, and `~0.45.1` → `0.45`.

    Empty where the range names no version (`workspace:*`, `latest`).
    """
    match = re.search(r"(?<![\w.])v?(\d+)(?:\.(\d+))?", (version or "").rpartition("@")[2])
    if match is None:
        return ""
    return f"0.{match[2]}" if match[1] == "0" and match[2] else match[1]


def _found(detection: Detection, snapshot: Snapshot) -> Found:
    dialects = {source.dialect for source in snapshot.sources if source.system == detection.system}
    places = {Place(evidence.what, evidence.path) for evidence in detection.evidence if evidence.anchor}
    return Found(detection.system, major(detection.version), tuple(sorted(dialects)), tuple(sorted(places)))


def _row(found: Found) -> tuple[Cell, ...]:
    places = [(Text(f"{place.what} "), Link(place.path, place.path)) for place in found.places]
    databases = ", ".join(DIALECTS[dialect] for dialect in found.databases)
    return words(_display(found.system)), words(found.major), words(databases), join(places)


def _display(system: str) -> str:
    return DISPLAY_NAMES.get(system, system)
