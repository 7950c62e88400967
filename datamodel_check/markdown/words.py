"""What generated text says, word by word, whatever a formatter made of its layout."""

from collections.abc import Iterator

from datamodel_check.markdown.reading import read_blocks
from datamodel_check.model.blocks import Block, Cell, Fence, Grid, Heading, Paragraph

MARK = " "
"""Begins what is no word: words hold no white space."""


def words(text: str) -> tuple[str, ...]:
    """The words of `text` in order, with marks where blocks, rows and cells begin.

    Wrapping, padding, needless escapes, blank lines and line endings make no difference; any other edit does.
    """
    return tuple(word for block in read_blocks(text) for word in _words(block))


def _words(block: Block) -> Iterator[str]:
    match block:
        case Heading(depth, content):
            yield MARK + "#" * depth
            yield from _split(content)
        case Paragraph(content):
            yield MARK + "¶"
            yield from _split(content)
        case Grid(header, rows):
            for row in (tuple((name,) for name in header), *((_split(cell) for cell in row) for row in rows)):
                yield MARK + "|-"
                for cell in row:
                    yield MARK + "|"
                    yield from cell
        case Fence(language, text):
            yield f"{MARK}```{language}"
            yield from (line for line in map(str.strip, text.splitlines()) if line)


def _split(content: Cell) -> tuple[str, ...]:
    return tuple("".join(part.text for part in content).split())
