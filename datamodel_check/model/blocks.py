"""What a generated section consists of: a small Markdown, as values.

Views make blocks of facts, `markdown` prints them and reads them back, `compare` tells how two lists of them differ.
"""

from typing import NamedTuple, TypeAlias


class Code(NamedTuple):
    """Text in a code span: an identifier, a type, an expression."""

    text: str


class Text(NamedTuple):
    """Plain words, escaped when printed."""

    text: str


class Link(NamedTuple):
    """A link whose text is shown as code; `target` is relative to the repository root, printed relative to the page."""

    text: str
    target: str


Inline: TypeAlias = Code | Text | Link

Cell: TypeAlias = tuple[Inline, ...]
"""What a table cell or a paragraph holds; the empty cell is printed as an em dash."""


class Heading(NamedTuple):
    """A heading; `depth` 1 is one level below the heading under which the section stands."""

    depth: int
    content: Cell


class Paragraph(NamedTuple):
    content: Cell


class Grid(NamedTuple):
    """A table. A row is identified by its first `keys` cells.

    `noun` says what a row is ("column"), `subject` whose ("user"), for explanations: they are not printed.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    keys: int = 1
    noun: str = "row"
    subject: str = ""


class Fence(NamedTuple):
    """A fenced code block, such as a Mermaid diagram."""

    language: str
    text: str


Block: TypeAlias = Heading | Paragraph | Grid | Fence
