"""Blocks with any text in them, in the form that reading gives: one line, nothing invisible, no two texts in a row."""

from collections.abc import Sequence

from hypothesis import strategies as st

from datamodel_check.markdown.escaping import ADDRESS, visible
from datamodel_check.model.blocks import Cell, Code, Fence, Grid, Heading, Inline, Paragraph, Text

NASTY = (
    *"|\\`_*[]()<>{}#~&$!^=-+—é名",
    *("``", "-->", "<!--", "*/", "&amp;", "1. ", "- ", "+ ", "export "),
    *("\x1b[31m", "\u202e", "\r\n", "\t"),
)
raw = st.text() | st.lists(st.sampled_from(NASTY) | st.text(max_size=3)).map("".join)
shown = raw.map(visible).filter(lambda text: not ADDRESS.search(text))
code_texts = shown.map(str.strip).filter(lambda text: text and "\\|" not in text)


def _settled(parts: Sequence[Inline]) -> Cell:
    """Alternating texts and codes, with nothing to trim at the ends."""
    kept: list[Inline] = []
    for part in parts:
        if not kept or type(kept[-1]) is not type(part):
            kept.append(part)
    if kept and isinstance(kept[0], Text):
        kept[0] = Text(kept[0].text.lstrip())
    if kept and isinstance(kept[-1], Text):
        kept[-1] = Text(kept[-1].text.rstrip())
    cell = tuple(part for part in kept if part.text)
    return () if cell == (Text("—"),) else cell


cells = st.lists(code_texts.map(Code) | shown.filter(bool).map(Text), max_size=4).map(_settled)
contents = cells.filter(bool)
headers = st.lists(st.from_regex(r"[A-Z][a-z]{2,8}", fullmatch=True), min_size=1, max_size=4).map(tuple)


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    header = draw(headers)
    row = st.tuples(*(cells for _ in header))
    return Grid(header, tuple(draw(st.lists(row, max_size=4))))


fences = st.builds(
    Fence,
    st.sampled_from(["mermaid", "sql", "text"]),
    st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])), min_size=1).map("\n".join),
)
blocks = st.lists(st.builds(Heading, st.integers(1, 3), contents) | st.builds(Paragraph, contents) | grids() | fences)
