"""Markdown → blocks: what `printing` wrote, also after a formatter went over it.

It is no Markdown parser: what `printing` never writes (lists, emphasis, HTML) is read as words of a paragraph, so that
an edit is seen whatever it is.
"""

import re
from collections.abc import Iterator

from datamodel_check.markdown.printing import EMPTY
from datamodel_check.model.blocks import Block, Cell, Code, Fence, Grid, Heading, Inline, Link, Paragraph, Text

GUARD = re.compile(r"(?:<!--|\{/\*)\s*(?:prettier|dprint|markdownlint|rumdl)-[\w -]*(?:-->|\*/\})")
HEADING = re.compile(r"(#{1,6})(?: +(.*?))?(?: +#+)?")
FENCE = re.compile(r"(`{3,}(?=[^`]*$)|~{3,})\s*(\S*).*")
PIPE = re.compile(r"(?<!\\)\|")
INLINE = re.compile(
    r"(?P<escape>\\(?P<escaped>[!-/:-@\[-`{-~]))"
    r"|(?P<mark>`+)(?!`)(?P<code>.*?)(?<!`)(?P=mark)(?!`)|(?P<run>`+)"
    r"|\[`(?P<link>[^`]+)`\]\((?P<target>[^()\s]*)\)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31});)",
    re.DOTALL,
)


def read_blocks(text: str, *, depth: int = 0) -> tuple[Block, ...]:
    """The blocks of a section's text. `depth` is the level of the heading under which it stands.

    Guards are left out. A grid's `keys`, `noun` and `subject` are not written and so cannot be read.
    """
    return tuple(_blocks(text.splitlines(), depth))


def _blocks(lines: list[str], depth: int) -> Iterator[Block]:
    position = 0
    while position < len(lines):
        line = lines[position].strip()
        end = position + 1
        if not line or GUARD.fullmatch(line):
            pass
        elif heading := HEADING.fullmatch(line):
            yield Heading(len(heading[1]) - depth, read_inline(heading[2] or ""))
        elif fence := FENCE.fullmatch(line):
            end = _fence_end(lines, position, fence[1])
            yield Fence(fence[2], "\n".join(lines[position + 1 : end - 1]))
        else:
            end = _run_end(lines, position)
            run = [text.strip() for text in lines[position:end]]
            is_grid = len(run) > 1 and "|" in run[0] and "-" in run[1] and not run[1].strip(" \t|:-")
            yield _grid(run) if is_grid else Paragraph(read_inline(" ".join(run)))
        position = end


def _fence_end(lines: list[str], start: int, mark: str) -> int:
    """The line after the one that closes the fence."""
    for number in range(start + 1, len(lines)):
        bare = lines[number].strip()
        if len(bare) >= len(mark) and not bare.strip(mark[0]):
            return number + 1
    return len(lines) + 1


def _run_end(lines: list[str], start: int) -> int:
    """The end of the lines that make one paragraph or table."""
    for number in range(start + 1, len(lines)):
        line = lines[number].strip()
        if not line or GUARD.fullmatch(line) or FENCE.fullmatch(line) or HEADING.fullmatch(line):
            return number
    return len(lines)


# --- tables ----------------------------------------------------------------------------------------------------------


def _grid(lines: list[str]) -> Grid:
    header, _, *rows = lines
    names = tuple("".join(part.text for part in cell) for cell in _cells(header))
    return Grid(names, tuple(_fit(_cells(row), len(names)) for row in rows))


def _cells(row: str) -> tuple[Cell, ...]:
    """The cells of a row; GFM takes the backslashes from before pipes first, even in code spans."""
    bare = row.removeprefix("|")
    bare = bare[:-1] if bare.endswith("|") and not bare.endswith("\\|") else bare
    return tuple(read_inline(cell.strip().replace("\\|", "|")) for cell in PIPE.split(bare))


def _fit(cells: tuple[Cell, ...], width: int) -> tuple[Cell, ...]:
    """Cells beyond the header's are kept: somebody wrote them."""
    return cells + ((),) * (width - len(cells))


# --- inline ----------------------------------------------------------------------------------------------------------


def read_inline(text: str) -> Cell:
    """The content of a paragraph, heading or cell."""
    parts: list[Inline] = []
    end = 0
    for match in INLINE.finditer(text):
        _add_text(parts, text[end : match.start()])
        end = match.end()
        if match["code"] is not None:
            parts.append(Code(match["code"].strip()))
        elif match["link"] is not None:
            parts.append(Link(match["link"].strip(), match["target"]))
        else:
            _add_text(parts, match["escaped"] or match["run"] or _character(match["entity"]))
    _add_text(parts, text[end:])
    return () if parts == [Text(EMPTY)] else tuple(parts)


def _add_text(parts: list[Inline], text: str) -> None:
    if not text:
        return
    if parts and isinstance(last := parts[-1], Text):
        parts[-1] = Text(last.text + text)
    else:
        parts.append(Text(text))


def _character(entity: str) -> str:
    from html import unescape

    return unescape(entity)
