"""Values in prose that are bound to facts."""

import pytest

from datamodel_check.manifest import read
from datamodel_check.model.document import Document

OPEN, END = "<!-- datamodel:value count tables -->", "<!-- datamodel:end -->"


def held(document: Document) -> list[tuple[str, bytes, bool, int]]:
    """Title, the words that are bound, whether they are lines of their own, and the line of the opening comment."""
    content = document.content
    return [(one.title, content[one.body.start : one.body.end], one.block, one.opening.line) for one in document.values]


def test_in_a_line() -> None:
    document = read("a.md", f"# A\n\nThere are {OPEN}18{END} tables and {OPEN}2{END} more.\n".encode())

    assert held(document) == [("value count tables", b"18", False, 3), ("value count tables", b"2", False, 3)]
    assert document.problems == ()
    assert document.sections == ()


def test_as_lines_of_its_own() -> None:
    document = read("a.md", f"{OPEN}\n\n- `a`\n- `b`\n\n{END}\n".encode())

    assert held(document) == [("value count tables", b"\n\n- `a`\n- `b`\n\n", True, 1)]


def test_in_mdx() -> None:
    document = read("a.mdx", b"There are {/* datamodel:value count tables */}18{/* datamodel:end */}.\n")

    assert held(document) == [("value count tables", b"18", False, 1)]


@pytest.mark.parametrize("text", [f"`{OPEN}18{END}`", f"```\n{OPEN}18{END}\n```", f"``{OPEN}`` and ``{END}``"])
def test_in_code_it_is_an_example(text: str) -> None:
    document = read("a.md", text.encode())

    assert (document.values, document.problems) == ((), ())


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (f"There are {OPEN}18 tables.", [("unclosed", 1)]),
        (f"{OPEN}\n\n18\n", [("unclosed", 1)]),
        (f"{OPEN}\n\n18\n\n{OPEN}\n\n18\n\n{END}\n", [("unclosed", 1)]),
        (f'There are <!-- datamodel:value count "tables -->18{END}.', [("malformed", 1)]),
    ],
)
def test_what_is_wrong(text: str, problems: list[tuple[str, int]]) -> None:
    found = read("a.md", text.encode()).problems

    assert [(one.kind, one.span.line) for one in found] == problems
    for one in found:
        assert (one.message, one.hint) in {
            (
                "`value count tables` has no closing comment",
                "Write `datamodel:end` in a comment right behind the value.",
            ),
            ('cannot read `"tables`', "Mend the quotation marks."),
        }
