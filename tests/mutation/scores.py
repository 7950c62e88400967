"""What became of the mutants of every layer and system, in one table."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

KINDS = ("semantic", "cosmetic")

LAYERS = ("schema", "migrations", "routes", "state", "services", "types", "documents")
"""In the order of the table."""


class Score(NamedTuple):
    """Of `made` mutants of one kind, `good` were judged as they should be."""

    layer: str
    system: str
    kind: str
    good: int
    made: int


def table(scores: Iterable[Score]) -> Iterator[str]:
    """Lines of Markdown: a row for each layer and system, one for all of them."""
    rows = _rows(scores)
    everything = [score for row in rows.values() for score in row]
    yield from _printed(
        [
            ("layer", "system", "semantic: caught / made", "cosmetic: silent / made"),
            *((*name, *(_counted(rows[name], kind) for kind in KINDS)) for name in sorted(rows, key=_place)),
            ("all", "", *(_counted(everything, kind) for kind in KINDS)),
        ]
    )


def _rows(scores: Iterable[Score]) -> Mapping[tuple[str, str], Sequence[Score]]:
    rows: dict[tuple[str, str], list[Score]] = defaultdict(list)
    for score in scores:
        rows[score.layer, score.system].append(score)
    return rows


def _place(name: tuple[str, str]) -> tuple[int, str]:
    return LAYERS.index(name[0]), name[1].casefold()


def _counted(scores: Iterable[Score], kind: str) -> str:
    of_kind = [score for score in scores if score.kind == kind]
    return f"{sum(score.good for score in of_kind)} / {sum(score.made for score in of_kind)}"


def _printed(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Numbers stand right, names left."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    head, *body = (_aligned(row, widths) for row in rows)
    yield head
    yield _aligned([*("-" * width for width in widths[:2]), *(f"{'-' * (width - 1)}:" for width in widths[2:])], widths)
    yield from body


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    names = [cell.ljust(width) for cell, width in zip(row[:2], widths, strict=False)]
    return f"| {' | '.join([*names, *(cell.rjust(width) for cell, width in zip(row[2:], widths[2:], strict=True))])} |"
