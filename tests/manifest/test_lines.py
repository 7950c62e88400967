"""Directives are found exactly where CommonMark sees a comment of its own; nothing of a document is lost."""

from hypothesis import given
from hypothesis import strategies as st

from datamodel_check.manifest import read

PIECES = (
    "<!-- datamodel:begin tables -->",
    "<!-- datamodel:end v1 facts=aaaa text=bbbb -->",
    "<!-- datamodel:end -->",
    '<!-- datamodel:begin table "a -->',
    "<!-- datamodel:review x table:user -->",
    "<!--",
    "-->",
    "```",
    "~~~~",
    "<pre>",
    "</pre>",
    "- item",
    "> quote",
    "    code",
    "<<<<<<< HEAD",
    "=======",
    ">>>>>>> branch",
    "---",
    "# Title",
    "| a |",
    "words",
    "",
)
texts = st.lists(st.sampled_from(PIECES)).map("\n".join)


@given(texts)
def test_sections_are_in_order_and_apart(text: str) -> None:
    document = read("a.md", text.encode())
    spans = [(section.opening, section.body, section.closing) for section in document.sections]
    places = [place for opening, body, closing in spans for place in (*opening[:2], *body[:2], *closing[:2])]

    assert places == sorted(places)
    assert all(0 <= place <= len(document.content) for place in places)


@given(st.binary())
def test_any_bytes_can_be_read(content: bytes) -> None:
    assert read("a.md", b"<!-- datamodel:begin tables -->\n" + content).content.endswith(content)


@given(texts, st.sampled_from(["\r\n", "\r"]))
def test_line_endings_make_no_difference(text: str, newline: str) -> None:
    one, other = read("a.md", text.encode()), read("a.md", text.replace("\n", newline).encode())

    assert [section.title for section in one.sections] == [section.title for section in other.sections]
    assert [(p.kind, p.span.line) for p in one.problems] == [(p.kind, p.span.line) for p in other.problems]


def test_nothing_but_a_conflict() -> None:
    document = read("a.md", b"<<<<<<< HEAD\n=======\n<!-- datamodel:begin tables -->\n>>>>>>> branch")

    assert [problem.kind for problem in document.problems] == ["conflict"]
