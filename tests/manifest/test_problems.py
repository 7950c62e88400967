"""Everything that may be wrong with directives is said with its line, and with what to do."""

import pytest

from datamodel_check.manifest import read

BEGIN = "<!-- datamodel:begin tables -->\n"
END = "<!-- datamodel:end v1 facts=0123456789abcdef text=0123456789abcdef -->\n"
ANEW = "Run `datamodel-check --fix` to write the closing line anew."


def ends(words: str) -> str:
    return f"{BEGIN}x\n<!-- datamodel:end {words} -->\n"


CASES: dict[str, tuple[str, int, str, str]] = {
    "a view without an end": (
        f"{END}\n{BEGIN}text\n\n<<<<<<<\n",
        1,
        "this closing line belongs to no opening line",
        "Delete it, or write the opening line that it belongs to.",
    ),
    "a review without an end": (
        "# A\n\n<!-- datamodel:review table:users -->\ntext\n",
        3,
        "`table:users` has no closing line",
        "Write `datamodel:end` in a comment of its own where the prose that it covers ends.",
    ),
    "nested": (
        f"{BEGIN}<!-- datamodel:review table:users -->\n{END}{END}",
        2,
        "`table:users` begins inside `tables` (line 1)",
        "Close the outer section before this line.",
    ),
    "twice": (
        f"# A\n\n<!-- datamodel:begin table users -->\n{END}\n<!-- datamodel:begin table users -->\n{END}",
        6,
        "`table users` stands in this document already (line 3)",
        "Delete one of the two sections.",
    ),
    "misspelt": (
        "\n<!-- datamodel:beginn tables -->\n",
        2,
        "there is no directive `datamodel:beginn`",
        "Did you mean `datamodel:begin`?",
    ),
    "unknown": (
        "<!-- datamodel:xyz -->\n",
        1,
        "there is no directive `datamodel:xyz`",
        "Write one of begin, review, end, ignore, ignore-document, review-document.",
    ),
    "quotation marks": ('<!-- datamodel:begin "tables -->\n', 1, 'cannot read `"tables`', "Mend the quotation marks."),
    "a comment of MDX": (
        "{/* datamodel:begin tables */}\n",
        1,
        "this comment is none in Markdown",
        "Write `<!-- datamodel:begin tables -->`.",
    ),
    "no view": (
        "<!-- datamodel:begin -->\n",
        1,
        "`datamodel:begin` names no view",
        "Name the view that belongs here, as in `datamodel:begin tables`.",
    ),
    "in a line": (
        "Words <!-- datamodel:begin tables --> words.\n",
        1,
        "this directive does not stand alone on its line",
        "Put it on a line of its own, with a blank line on both sides, and not more than three spaces before it.",
    ),
    "a later release": (
        ends("v9 facts=0123456789abcdef text=0123456789abcdef"),
        3,
        "the closing line was written by a newer version of datamodel-check (format v9)",
        "Upgrade datamodel-check to the version that wrote it.",
    ),
    "no scheme": (ends("facts=0123456789abcdef"), 3, "the closing line does not begin with `v1`", ANEW),
    "a scheme with a name": (ends("a=v1 facts=0123456789abcdef"), 3, "the closing line does not begin with `v1`", ANEW),
    "no facts": (ends("v1 text=0123456789abcdef"), 3, "the closing line has no `facts=`", ANEW),
    "no digest": (ends("v1 facts=xyz text=0123456789abcdef"), 3, "`xyz` in the closing line is no digest", ANEW),
    "a conflict around it": (
        f"\n<<<<<<< ours\n{BEGIN}=======\nb\n>>>>>>> theirs\nx\n{END}",
        2,
        "git's conflict markers stand around directives",
        "Resolve the conflict, then run `datamodel-check --fix`.",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_it_is_said_what_to_do(name: str) -> None:
    text, line, message, hint = CASES[name]
    first = read("docs/a.md", text.encode()).problems[0]
    assert (first.span.line, first.message, first.hint) == (line, message, hint)
    assert text.encode()[first.span.start : first.span.end].splitlines()[0] in text.encode()


def test_a_comment_of_markdown_in_mdx() -> None:
    (problem,) = read("docs/a.mdx", BEGIN.encode()).problems
    assert (problem.message, problem.hint) == (
        "this comment is none in MDX",
        "Write `{/* datamodel:begin tables */}`.",
    )


def test_problems_stand_in_their_order() -> None:
    text = "".join(case[0] for case in CASES.values() if "conflict" not in case[2] and "<<<" not in case[0])
    found = [problem.span.start for problem in read("docs/a.md", text.encode()).problems]
    assert len(found) > 9
    assert found == sorted(found)


def test_other_encodings() -> None:
    (problem,) = read("docs/a.md", b"a\nb\n\xff<!-- datamodel:begin tables -->\n").problems
    assert (problem.span.start, problem.span.end, problem.span.line) == (4, 5, 3)
