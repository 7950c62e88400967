"""Tables of columns that somebody wrote by hand, or that another generator wrote."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from datamodel_check.adopt.names import Names
from datamodel_check.manifest.lines import Line, open_lines
from datamodel_check.manifest.passages import Passage, passages
from datamodel_check.manifest.syntax import comment, write
from datamodel_check.model.document import Argument, Document

_ROW = re.compile(r"[ \t]*\|[ \t]*(?P<first>(?:[^|\\]|\\.)*?)[ \t]*\|")
_NAME = re.compile(r"[*_`]*(?P<name>\w+)[*_`]*")

FEWEST = 2
SHARE = 0.6
"""As many rows, and as large a part of them, must name columns of one table."""


def replaced(document: Document, names: Names, tables: Collection[str]) -> bytes:
    """The document with each table of columns replaced by the opening line of a `table` section, still to be filled in.

    Only `tables` are replaced, each one once; in its place nobody says it a second time.
    """
    content = document.content
    taken = {section.title for section in document.sections}
    edits = []
    for passage in passages(document):
        for rows in _grids(document, passage):
            table = _table_of(rows, passage, names)
            if table in tables and f"table {table}" not in taken:
                taken.add(f"table {table}")
                edits.append((rows[0].span.start, rows[-1].span.end, table))
    for start, end, table in reversed(edits):
        opening = comment(write("begin", (Argument(None, "table"), Argument(None, table))), mdx=document.mdx)
        content = content[:start] + opening.encode() + content[end:]
    return content


def _grids(document: Document, passage: Passage) -> Iterator[list[Line]]:
    """The lines of each table in the passage."""
    grid: list[Line] = []
    for line in open_lines(document.content, mdx=document.mdx):
        if not passage.span.start <= line.span.start < passage.span.end:
            continue
        is_row = line.kind == "text" and line.text.lstrip().startswith(b"|")
        if grid and not (is_row and line.span.line == grid[-1].span.line + 1):
            yield grid
            grid = []
        if is_row:
            grid.append(line)
    if grid:
        yield grid


def _table_of(rows: Sequence[Line], passage: Passage, names: Names) -> str:
    """The table whose columns the rows name; empty where they name those of none, or of several."""
    cells = [match["first"] for row in rows[2:] if (match := _ROW.match(row.text.decode("utf-8", "replace")))]
    found = [names.columns(match["name"]) if (match := _NAME.fullmatch(cell)) else () for cell in cells]
    owners = Counter(owner for columns in found for owner in {column.owner for column in columns if column.owner})
    titled = names.titled(passage.title)
    if titled is not None and titled.name in owners:
        owners = Counter({titled.name: owners[titled.name]})
    (best, hits), *others = [*owners.most_common(2), ("", 0)]
    is_clear = not others or others[0][1] < hits
    return best if is_clear and hits >= max(FEWEST, SHARE * len(cells)) else ""
