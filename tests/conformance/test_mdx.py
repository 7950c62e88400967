"""What real parsers show of generated text is what the code says: in Markdown, and in MDX as MDX compiles it."""

import re

import pytest

from datamodel_check.fingerprint import digest, text_digest
from datamodel_check.fix import first_document
from datamodel_check.markdown import Layout, print_blocks
from datamodel_check.markdown.escaping import visible
from datamodel_check.model.blocks import Block, Code, Grid, Heading, Link, Paragraph, Text
from datamodel_check.model.snapshot import Snapshot
from tests.conformance.documents import parsed
from tests.views.hostile import HOSTILE, NAMES
from tests.views.samples import TWO

BLOCKS: tuple[Block, ...] = (
    Grid(
        ("Code", "Text", "Both"),
        tuple(
            ((Code(name),), (Text(name),), (Text(name), Text(" "), Code(name), Text(" "), Text(name))) for name in NAMES
        ),
    ),
    *(Paragraph((Text(name),)) for name in NAMES),
    *(Paragraph((Code(name),)) for name in NAMES),
    *(Heading(1, (Text(name),)) for name in NAMES),
    *(Heading(1, (Code(name),)) for name in NAMES),
    Paragraph((Link("c|d.ts", "a (b)/[id]/c|d.ts"),)),
)


def expected() -> list[str]:
    shown = [" ".join(visible(name).split()) for name in NAMES]
    cells = [cell for name in shown for cell in (name, name, f"{name} {name} {name}")]
    return ["Code", "Text", "Both", *cells, *shown * 4, "c|d.ts"]


def squeezed(cells: list[str]) -> list[str]:
    return [re.sub(r"\s+", " ", cell).strip() for cell in cells]


@pytest.mark.parametrize("layout", [Layout(), Layout(guards=()), Layout("aligned", guards=())])
def test_every_name_is_shown_as_it_is(layout: Layout) -> None:
    answer = parsed(
        markdown=print_blocks(BLOCKS, path="docs/a.md", layout=layout),
        mdx=print_blocks(BLOCKS, path="docs/a.mdx", layout=layout, mdx=True),
    )

    assert squeezed(answer.markdown) == expected()
    assert squeezed(answer.mdx) == expected()


@pytest.mark.parametrize("snapshot", [TWO, HOSTILE], ids=["plain", "hostile"])
def test_whole_documents_compile(snapshot: Snapshot) -> None:
    text = first_document(snapshot, "docs/a.mdx", digest, text_digest).decode()

    assert squeezed(parsed(mdx=text).mdx)[0] == "Data model"
