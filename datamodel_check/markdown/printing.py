"""Blocks → Markdown that linters accept and formatters leave alone."""

import re
from collections.abc import Iterable, Sequence
from posixpath import dirname, relpath
from typing import Literal, NamedTuple

from datamodel_check.markdown.escaping import escape_code, escape_start, escape_target, escape_text
from datamodel_check.model.blocks import Block, Cell, Code, Fence, Grid, Heading, Inline, Link, Paragraph, Text

GUARDS = {
    "dprint": ("dprint-ignore-start", "dprint-ignore-end"),
    "markdownlint": ("markdownlint-disable", "markdownlint-enable"),
    "prettier": ("prettier-ignore-start", "prettier-ignore-end"),
}
"""The comments between which a formatter or linter changes nothing."""

EMPTY = "—"
NARROWEST = 3
"""Formatters make columns at least this wide."""


class Layout(NamedTuple):
    """How generated text is laid out.

    `compact` rows change one line where one cell changes; `aligned` ones are what formatters make that heed no guard.
    """

    style: Literal["compact", "aligned"] = "compact"
    guards: tuple[str, ...] = ("prettier",)


class Page(NamedTuple):
    """Where blocks are printed: the document, and the level of the heading under which they stand."""

    path: str
    depth: int
    mdx: bool
    layout: Layout


def print_blocks(
    blocks: Iterable[Block],
    *,
    path: str,
    depth: int = 0,
    newline: str = "\n",
    mdx: bool = False,
    layout: Layout = Layout(),  # noqa: B008 - immutable
) -> str:
    """The Markdown of `blocks`, without a newline at its end, for the document at `path`.

    One blank line stands between any two blocks and comments; the first line is a guard where the layout has one.
    """
    page = Page(path, depth, mdx, layout)
    starts = [_comment(GUARDS[name][0], page) for name in layout.guards]
    ends = [_comment(GUARDS[name][1], page) for name in reversed(layout.guards)]
    text = "\n\n".join((*starts, *(_block(block, page) for block in blocks), *ends))
    return text.replace("\n", newline)


def _comment(words: str, page: Page) -> str:
    return f"{{/* {words} */}}" if page.mdx else f"<!-- {words} -->"


def _block(block: Block, page: Page) -> str:
    match block:
        case Heading(depth, content):
            return f"{'#' * min(page.depth + depth, 6)} {_cell(content, page) or EMPTY}"
        case Paragraph(content):
            return escape_start(_cell(content, page), mdx=page.mdx) or EMPTY
        case Grid():
            return _grid(block, page)
        case Fence(language, text):
            return _fence(language, text)


def _fence(language: str, text: str) -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    mark = "`" * max(3, longest + 1)
    return f"{mark}{language}\n{text}\n{mark}"


# --- inline ----------------------------------------------------------------------------------------------------------


def _cell(content: Cell, page: Page, *, in_table: bool = False) -> str:
    """The parts in a row; code spans that touch are set apart, or they would be one."""
    written = ""
    for part in content:
        new = _inline(part, page, in_table=in_table)
        touches = written.endswith("`") and not written.endswith("\\`") and new.startswith("`")
        written += f" {new}" if touches else new
    return written.strip(" ")


def _inline(part: Inline, page: Page, *, in_table: bool) -> str:
    match part:
        case Code(text):
            return escape_code(text, in_table=in_table)
        case Text(text):
            return escape_text(text, in_table=in_table)
        case Link(text, target):
            here = relpath(f"/{target}", f"/{dirname(page.path)}")
            return f"[{escape_code(text, in_table=in_table)}]({escape_target(here)})"


# --- tables ----------------------------------------------------------------------------------------------------------


def _grid(grid: Grid, page: Page) -> str:
    rows = [[_cell(cell, page, in_table=True) or EMPTY for cell in row] for row in grid.rows]
    rows.insert(0, [escape_text(name) for name in grid.header])
    widths = [NARROWEST] * len(grid.header)
    if page.layout.style == "aligned":
        widths = [max(NARROWEST, *map(_width, column)) for column in zip(*rows, strict=True)]
        rows = [[_pad(cell, width) for cell, width in zip(row, widths, strict=True)] for row in rows]
    rows.insert(1, ["-" * width for width in widths])
    return "\n".join(_row(row) for row in rows)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _pad(cell: str, width: int) -> str:
    return cell + " " * (width - _width(cell))


def _width(text: str) -> int:
    """How many columns a terminal or editor gives to `text`, as formatters count it."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text if not combining(char))
