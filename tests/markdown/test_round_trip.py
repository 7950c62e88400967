"""What is printed is read back, whatever it holds and however it is laid out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datamodel_check.manifest import read
from datamodel_check.markdown import Layout, print_blocks, read_blocks, words
from datamodel_check.model.blocks import Block, Code, Paragraph, Text
from tests.markdown.strategies import blocks

LAYOUTS = st.builds(
    Layout,
    st.sampled_from(["compact", "aligned"]),
    st.lists(st.sampled_from(["dprint", "markdownlint", "prettier"]), unique=True).map(tuple),
)


@given(blocks, LAYOUTS, st.booleans(), st.sampled_from(["\n", "\r\n"]))
def test_what_is_printed_is_read_back(given: list[Block], layout: Layout, mdx: bool, newline: str) -> None:
    text = print_blocks(given, path="docs/a.md", depth=2, newline=newline, mdx=mdx, layout=layout)

    assert read_blocks(text, depth=2) == tuple(given)


@given(blocks, LAYOUTS, LAYOUTS, st.sampled_from(["\n", "\r\n"]))
def test_the_layout_changes_no_word(given: list[Block], one: Layout, other: Layout, newline: str) -> None:
    text = print_blocks(given, path="docs/a.md", layout=one)

    assert words(text) == words(print_blocks(given, path="docs/a.md", layout=other, newline=newline))


@given(blocks, st.booleans())
def test_nothing_that_is_printed_is_a_directive(given: list[Block], mdx: bool) -> None:
    path = "docs/a.mdx" if mdx else "docs/a.md"
    opening, closing = ("{/* datamodel:begin tables */}", "{/* datamodel:end */}") if mdx else (
        "<!-- datamodel:begin tables -->", "<!-- datamodel:end -->"
    )  # fmt: skip
    text = print_blocks(given, path=path, mdx=mdx)
    document = read(path, f"{opening}\n\n{text}\n\n{closing}\n".encode())

    assert document.problems == ()
    assert [document.body(section) for section in document.sections] == [f"\n\n{text}\n\n"]


@given(blocks.filter(bool), st.data())
def test_an_edit_changes_the_words(given: list[Block], data: st.DataObject) -> None:
    text = print_blocks(given, path="docs/a.md")
    place = data.draw(st.sampled_from([at for at, char in enumerate(text) if char.isalnum()]))
    changed = "q" if text[place] != "q" else "p"

    assert words(text) != words(text[:place] + changed + text[place + 1 :]) or _is_in_guard(text, place)


def _is_in_guard(text: str, place: int) -> bool:
    line = text[text.rfind("\n", 0, place) + 1 :].partition("\n")[0]
    return line.startswith("<!-- prettier-ignore-")


@pytest.mark.parametrize("text", ["", "\n\n", "<!-- prettier-ignore-start -->\n\n<!-- prettier-ignore-end -->"])
def test_no_words(text: str) -> None:
    assert words(text) == ()


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert len(words(text)) >= len(read_blocks(text))


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("see https://a.b/_c_?d=e|f.", "see `https://a.b/_c_?d=e|f`."),
        ("ask x_y@a.b, or (www.a.b)", "ask `x_y@a.b`, or (`www.a.b`)"),
        ("mailto:x@a.b", "`mailto:x@a.b`"),
        ("http: //a, @b, c@d", "http: //a, @b, c@d"),
    ],
)
def test_addresses_become_code(text: str, printed: str) -> None:
    """Linters forbid bare ones, and formatters disagree about escapes in them."""
    page = print_blocks([Paragraph((Text(text),))], path="a.md", layout=Layout(guards=()))

    assert page == printed
    assert words(page) == words(print_blocks([Paragraph((Text(text),))], path="a.md"))


def test_code_spans_do_not_touch() -> None:
    paragraph = Paragraph((Code("a"), Code("b"), Text("`"), Code("c")))

    assert print_blocks([paragraph], path="a.md", layout=Layout(guards=())) == "`a` `b`\\``c`"
