"""`discovery`: which technology the repository uses, how it is set up, and what was looked for and not found."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from datamodel_check.model.blocks import Block, Cell, Grid, Link, Paragraph, Text
from datamodel_check.model.document import Argument
from datamodel_check.model.snapshot import Detection, Snapshot
from datamodel_check.views.protocol import Parameter
from datamodel_check.views.selection import check_arguments, chosen
from datamodel_check.views.systems import CATEGORIES, DIALECTS, display
from datamodel_check.views.wording import join, words


class Place(NamedTuple):
    """A file or folder that shows what the repository uses, such as its schema."""

    what: str
    path: str


class Found(NamedTuple):
    """A system that is used; `notes` say how: the dialect of a database, the adapter of an authentication."""

    system: str
    major: str
    notes: tuple[str, ...]
    places: tuple[Place, ...]


class Verdicts(NamedTuple):
    """What was found of one category, and the names of what was looked for in vain."""

    category: str
    found: tuple[Found, ...]
    missing: tuple[str, ...]


class Discovery:
    name = "discovery"
    summary = "which technologies were found, where and how they are used, and which were not"
    parameters: tuple[Parameter, ...] = (
        Parameter("category", f"only this one of {', '.join(CATEGORIES)}; may be repeated"),
    )

    def content(self, snapshot: Snapshot, arguments: Sequence[Argument]) -> tuple[Verdicts, ...]:
        check_arguments(arguments, self.parameters)
        wanted = chosen(arguments, "category", CATEGORIES) or tuple(CATEGORIES)
        verdicts = (_verdicts(category, snapshot) for category in CATEGORIES if category in wanted)
        return tuple(one for one in verdicts if one.found or one.missing)

    def blocks(self, content: tuple[Verdicts, ...]) -> tuple[Block, ...]:
        blocks: list[Block] = [_grid(one) for one in content if one.found]
        missing = [one for one in content if one.missing]
        if missing:
            rows = tuple((_category(one.category), words(", ".join(map(display, one.missing)))) for one in missing)
            blocks.append(Grid(("Category", "Looked for and not found"), rows, noun="category"))
        return tuple(blocks) or (Paragraph((Text("Nothing was looked for."),)),)


def major(version: str | None) -> str:
    """The part of a version range that changes when users must act: `^5.1.0` → `5`, and `~0.45.1` → `0.45`.

    Empty where the range names no version (`workspace:*`, `latest`).
    """
    match = re.search(r"(?<![\w.])v?(\d+)(?:\.(\d+))?", (version or "").rpartition("@")[2])
    if match is None:
        return ""
    return f"0.{match[2]}" if match[1] == "0" and match[2] else match[1]


# --- what it says ----------------------------------------------------------------------------------------------------


def _verdicts(category: str, snapshot: Snapshot) -> Verdicts:
    detections = [detection for detection in snapshot.detections if detection.category == category]
    return Verdicts(
        category,
        tuple(sorted(_found(detection, snapshot) for detection in detections if detection.detected)),
        tuple(sorted(detection.system for detection in detections if not detection.detected)),
    )


def _found(detection: Detection, snapshot: Snapshot) -> Found:
    dialects = {source.dialect for source in snapshot.sources if source.system == detection.system}
    notes = [DIALECTS[dialect] for dialect in sorted(dialects)] if detection.category == "database" else []
    traits = sorted({evidence.what for evidence in detection.evidence if evidence.trait})
    places = {Place(evidence.what, evidence.path) for evidence in detection.evidence if evidence.anchor}
    return Found(detection.system, major(detection.version), (*notes, *traits), tuple(sorted(places)))


# --- how it reads ----------------------------------------------------------------------------------------------------


def _grid(verdicts: Verdicts) -> Grid:
    """The columns that say something, the first one named for the category."""
    title = CATEGORIES[verdicts.category]
    rows = [
        (words(display(one.system)), words(one.major), words("; ".join(one.notes)), _where(one.places))
        for one in verdicts.found
    ]
    header = (title, "Version", "Notes", "Where")
    kept = [place for place in range(len(header)) if place == 0 or any(row[place] for row in rows)]
    return Grid(
        tuple(header[place] for place in kept),
        tuple(tuple(row[place] for place in kept) for row in rows),
        noun=title.lower(),
    )


def _where(places: Iterable[Place]) -> Cell:
    """Places of one kind after one word for it."""
    kinds: dict[str, list[Cell]] = {}
    for place in places:
        kinds.setdefault(place.what, []).append((Link(place.path, place.path),))
    return join([(Text(f"{what} "), *join(links)) for what, links in kinds.items()], "; ")


def _category(category: str) -> Cell:
    return words(CATEGORIES[category])
