"""Mermaid's ER diagrams as grids, so that a change in a drawing is told like any other.

It reads what `views/erd.py` draws, also in an older document: boxes of `type name keys`, and lines between boxes.
"""

import re
from collections.abc import Iterable, Iterator

from datamodel_check.model.blocks import Block, Cell, Code, Fence, Grid

BOX = re.compile(r'"([^"]*)"( \{)?')
FIELD = re.compile(r"(\S+) (\S+)(?: (.*))?")
LINE = re.compile(r'"([^"]*)" (\S+)--(\S+) "([^"]*)" : "([^"]*)"')

ENDS = {"||": "exactly one", "|o": "at most one", "o|": "at most one", "o{": "any number"}


def as_grids(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with what all their diagrams say at the end, however it is spread over them."""
    drawn: list[str] = []
    for block in blocks:
        if isinstance(block, Fence) and block.language == "mermaid":
            drawn += map(str.strip, block.text.splitlines())
        else:
            yield block
    if drawn:
        yield Grid(("Table",), tuple(_boxes(drawn)), noun="table")
        yield Grid(("Table", "Column", "Type", "Key"), tuple(_fields(drawn)), keys=2, noun="column of the diagram")
        header = ("Table", "Foreign key", "References", "At the other end", "At this end")
        yield Grid(header, tuple(_lines(drawn)), keys=2, noun="foreign key")


def _boxes(lines: Iterable[str]) -> Iterator[tuple[Cell, ...]]:
    return (_cells(box[1]) for line in lines if (box := BOX.fullmatch(line)))


def _fields(lines: Iterable[str]) -> Iterator[tuple[Cell, ...]]:
    table = None
    for line in lines:
        if box := BOX.fullmatch(line):
            table = box[1] if box[2] else None
        elif line == "}":
            table = None
        elif table is not None and (field := FIELD.fullmatch(line)):
            yield _cells(table, field[2], field[1], field[3] or "")


def _lines(lines: Iterable[str]) -> Iterator[tuple[Cell, ...]]:
    for line in lines:
        if match := LINE.fullmatch(line):
            parent, other, this, child, columns = match.groups()
            yield _cells(child, columns, parent, ENDS.get(other, other), ENDS.get(this, this))


def _cells(*texts: str) -> tuple[Cell, ...]:
    return tuple((Code(text),) if text else () for text in texts)
