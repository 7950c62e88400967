"""The stretches of prose that a section could be put around."""

from datamodel_check.manifest import read
from datamodel_check.manifest.passages import passages


def told(text: str, path: str = "a.md") -> list[tuple[str, tuple[str, ...], str]]:
    document = read(path, text.encode())
    found = passages(document)
    return [(one.title, one.above, document.content[one.span.start : one.span.end].decode()) for one in found]


def test_an_empty_document_has_none() -> None:
    assert told("") == []
    assert told("# Title\n\n## Another\n") == []


def test_each_heading_has_its_own() -> None:
    assert told("first\n\n# Model\n\nwords\nand more\n\n## Users\n\n- one\n- two\n") == [
        ("", (), "first"),
        ("Model", (), "words\nand more"),
        ("Users", ("Model",), "- one\n- two"),
    ]


def test_underlined_headings() -> None:
    assert told("Model\n=====\n\nwords\n\nUsers\n-----\nothers\n") == [
        ("Model", (), "words"),
        ("Users", ("Model",), "others"),
    ]


def test_a_heading_in_a_fence_is_none() -> None:
    assert told("# Model\n\nwords\n\n```\n# no heading\n```\n") == [("Model", (), "words\n\n```\n# no heading\n```")]


def test_front_matter_is_no_prose() -> None:
    assert told("---\ntitle: Model\n---\nwords\n") == [("", (), "words")]


def test_a_byte_order_mark_belongs_to_none() -> None:
    assert told("\ufeffwords\n") == [("", (), "words")]


def test_lines_are_whole() -> None:
    assert told("# Model\n\n  - one  \n  - two  \n\n") == [("Model", (), "  - one  \n  - two  ")]


def test_what_a_section_holds_is_left_out() -> None:
    text = "# A\n\nbefore\n\n<!-- datamodel:review a table:user -->\n\nin it\n\n<!-- datamodel:end -->\n\nafter\n"

    assert told(text) == [("A", (), "before"), ("A", (), "after")]


def test_a_document_that_is_reviewed_as_a_whole_has_none() -> None:
    assert told("<!-- datamodel:review-document table:user -->\n\n# A\n\nwords\n") == []
