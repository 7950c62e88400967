"""Which sections a document has, and what is wrong with its directives."""

import pytest

from datamodel_check.manifest import read
from datamodel_check.model.document import Argument, Document, Entry, Problem, Section
from datamodel_check.model.location import Span

END = "<!-- datamodel:end v1 facts=aaaaaaaaaaaaaaaa text=bbbbbbbbbbbbbbbb -->"
OLD = "| Table |\n| --- |\n| `user` |"


def document(text: str, path: str = "docs/data-model.md") -> Document:
    return read(path, text.encode())


def titles(text: str, path: str = "docs/data-model.md") -> list[str]:
    found = document(text, path)
    assert found.problems == ()
    return [section.title for section in found.sections]


def problems(text: str, path: str = "docs/data-model.md") -> list[tuple[str, int, str]]:
    return [(problem.kind, problem.span.line, problem.message) for problem in document(text, path).problems]


# --- nothing there ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# A page\n\nWith words.\n",
        "The line `<!-- datamodel:begin tables -->` opens a section.\n",
        "| line |\n| --- |\n| `<!-- datamodel:begin tables -->` |\n",
        "``<!-- datamodel:begin `x` -->`` and more\n",
        "\\<!-- datamodel:begin tables --\\>\n",
        "```markdown\n<!-- datamodel:begin tables -->\n```\n",
        "~~~~\n```\n<!-- datamodel:begin tables -->\n~~~\n~~~~\n",
        "````\n```\n<!-- datamodel:begin tables -->\n```\n<!-- datamodel:end -->\n````\n",
        "- item\n\n  ```md\n  <!-- datamodel:begin tables -->\n  ```\n",
        "1. ```md\n   <!-- datamodel:begin tables -->\n   ```\n",
        "> ```md\n> <!-- datamodel:begin tables -->\n> ```\n",
        "    <!-- datamodel:begin tables -->\n",
        "\t<!-- datamodel:begin tables -->\n",
        "<pre>\n<!-- datamodel:begin tables -->\n</pre>\n",
        "<script>\n\n<!-- datamodel:begin tables -->\n\n</script>\n",
        "<!--\n<!-- datamodel:begin tables -->\n",
        "---\nnote: |\n<!-- datamodel:begin tables -->\n---\n",
        "+++\n<!-- datamodel:begin tables -->\n+++\n",
        "```\n<!-- datamodel:begin tables -->\n",
    ],
)
def test_no_section(text: str) -> None:
    assert document(text) == Document("docs/data-model.md", text.encode(), (), ())


# --- whole documents -------------------------------------------------------------------------------------------------


def test_a_whole_document_is_reviewed() -> None:
    text = "# Users\n\n<!-- datamodel:review-document table:user -->\n\nWords.\n"
    (section,) = document(text).sections

    assert (section.kind, section.title, section.entry) == ("review", "document table:user", None)
    assert text[section.body.start :] == "\n\nWords.\n"


def test_its_closing_line_stands_right_below() -> None:
    whole, other = "<!-- datamodel:review-document table:user -->", "<!-- datamodel:begin tables -->"
    text = f"{whole}\n\n{END}\n\nWords.\n\n{other}\n\n{END}\n"
    found = document(text)

    assert [section.title for section in found.sections] == ["document table:user", "tables"]
    assert found.problems == ()
    assert found.sections[0].closing.line == 3


def test_a_document_is_reviewed_once() -> None:
    line = "<!-- datamodel:review-document table:user -->\n"
    assert problems(f"{line}\n{line}") == [("duplicate", 3, "`document` stands in this document already (line 1)")]


# --- silence ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("below", "covered"),
    [
        ("A paragraph\nof two lines.\n\nAnother.\n", "A paragraph\nof two lines."),
        ("- a list\n- of two\n\nAnother.\n", "- a list\n- of two"),
        ("\nA paragraph.\r\n\r\nAnother.\n", "\nA paragraph."),
        (
            f"<!-- datamodel:begin tables -->\n\nwords\n\n{END}\n\nAnother.\n",
            "<!-- datamodel:begin tables -->\n\nwords\n\n" + END,
        ),
        ("The end.", "The end."),
    ],
)
def test_what_a_line_silences(below: str, covered: str) -> None:
    line = "<!-- datamodel:ignore DM102 the old name is meant -->"
    (ignore,) = document(f"Before.\n\n{line}\n{below}").ignores

    assert (ignore.rules, ignore.reason) == (("DM102",), "the old name is meant")
    content = f"Before.\n\n{line}\n{below}".encode()
    assert content[ignore.covers.start : ignore.covers.end].decode() == f"{line}\n{covered}"


def test_a_whole_document_is_silenced() -> None:
    text = "Before.\n\n<!-- datamodel:ignore-document stale-section it is a record -->\n"
    (ignore,) = document(text).ignores

    assert (ignore.rules, ignore.covers) == (("DM101",), Span(0, len(text), 1))


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("ignore", "`datamodel:ignore` names no rule"),
        ("ignore DM999 because", "there is no rule `DM999`"),
        ("ignore DM101", "`datamodel:ignore` gives no reason"),
    ],
)
def test_silence_needs_a_rule_and_a_reason(words: str, message: str) -> None:
    assert problems(f"<!-- datamodel:{words} -->\n") == [("malformed", 1, message)]


def test_a_fence_ends_with_its_container() -> None:
    text = f"- ```\n  code\n\nwords\n\n<!-- datamodel:begin tables -->\n{END}\n"
    quoted = f"> ```\n> code\n\n<!-- datamodel:begin tables -->\n{END}\n"

    assert titles(text) == titles(quoted) == ["tables"]


def test_a_fence_in_a_list_item_is_closed_there() -> None:
    assert titles(f"- ```sh\n  make\n  ```\n\n<!-- datamodel:begin tables -->\n{END}\n") == ["tables"]


def test_front_matter_stands_at_the_beginning_only() -> None:
    assert titles(f"---\ntitle: x\n---\n\ntext\n\n---\n\n<!-- datamodel:begin tables -->\n{END}\n") == ["tables"]


# --- sections --------------------------------------------------------------------------------------------------------


def test_one_section() -> None:
    text = f"# Model\n\n<!-- datamodel:begin table user source=drizzle:db -->\n\nbody\n\n{END}\n"
    opening = "<!-- datamodel:begin table user source=drizzle:db -->"

    assert document(text) == Document(
        "docs/data-model.md",
        text.encode(),
        (
            Section(
                kind="view",
                name="table",
                arguments=(Argument(None, "user"), Argument("source", "drizzle:db")),
                opening=Span(9, 9 + len(opening), 3),
                body=Span(9 + len(opening), text.index(END), 3),
                closing=Span(text.index(END), text.index(END) + len(END), 7),
                entry=Entry(1, "aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbb"),
                depth=1,
            ),
        ),
        (),
    )


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_spans_are_byte_offsets(newline: str, mark: str) -> None:
    text = mark + newline.join(["# Größe", "", "<!-- datamodel:begin tables -->", "", "名前", "", END])
    found = document(text)
    (section,) = found.sections

    assert found.newline == newline
    assert found.content[section.opening.start : section.opening.end] == b"<!-- datamodel:begin tables -->"
    assert found.body(section) == f"{newline}{newline}名前{newline}{newline}"
    assert found.content[section.closing.start : section.closing.end].decode() == END


def test_mdx_has_comments_of_its_own() -> None:
    text = "{/* datamodel:begin tables */}\n\n{/* datamodel:end v1 facts=aaaa text=bbbb */}\n"

    assert titles(text, "docs/data-model.mdx") == ["tables"]
    assert problems(text) == [
        ("malformed", 1, "this comment is none in Markdown"),
        ("malformed", 3, "this comment is none in Markdown"),
    ]


def test_the_depth_is_that_of_the_heading_above() -> None:
    text = f"""
<!-- datamodel:begin tables -->
{END}

Title
=====

<!-- datamodel:begin enums -->
{END}

### Third ###

<!-- datamodel:begin erd -->

#### Around `user`

{END}

<!-- datamodel:begin relations -->
{END}

Second
---

<!-- datamodel:begin discovery -->
{END}
"""
    depths = {section.title: section.depth for section in document(text).sections}

    assert depths == {"tables": 0, "enums": 1, "erd": 3, "relations": 3, "discovery": 2}


def test_a_reviewed_section() -> None:
    text = (
        "<!-- datamodel:review referrals table:user route:/api/** -->\n\nProse.\n\n"
        "<!-- datamodel:end v1 facts=77aa items=referral:1ab0,user.email:9f2c -->\n"
    )
    (section,) = document(text).sections

    assert (section.kind, section.title) == ("review", "referrals table:user route:/api/**")
    assert section.entry is not None
    assert [tuple(item) for item in section.entry.items] == [("referral", "1ab0"), ("user.email", "9f2c")]


def test_a_section_without_an_entry_is_no_problem_of_the_document() -> None:
    found = document("<!-- datamodel:begin tables -->\n\n<!-- datamodel:end -->\n")

    assert ([section.entry for section in found.sections], found.problems) == ([None], ())


# --- new sections and lost closing lines -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "below",
    ["", "\n", "\n\n## Next\n", "\nSessions end with their user.\n", f"\n\n<!-- datamodel:begin erd -->\n\n{END}\n"],
)
def test_an_opening_line_alone_is_a_new_section(below: str) -> None:
    found = document(f"<!-- datamodel:begin tables -->{below}")
    section = found.sections[0]

    assert found.problems == ()
    assert section.body == section.closing == Span(31, 31, 1)
    assert section.entry is None


@pytest.mark.parametrize(
    "below",
    [OLD, "<!-- prettier-ignore-start -->\n\n" + OLD, "```mermaid\nerDiagram\n```", "<!-- dprint-ignore-start -->"],
)
def test_old_text_without_its_closing_line_is_never_swallowed_nor_doubled(below: str) -> None:
    text = f"<!-- datamodel:begin tables -->\n\n{below}\n\n## Next\n\n<!-- datamodel:begin erd -->\n\n{END}\n"
    found = document(text)

    assert [section.title for section in found.sections] == ["erd"]
    assert problems(text) == [("unclosed", 1, "`tables` has no closing line")]


def test_a_reviewed_section_needs_its_end() -> None:
    assert problems("<!-- datamodel:review x table:user -->\n\nProse.\n") == [
        ("unclosed", 1, "`x table:user` has no closing line")
    ]


# --- problems --------------------------------------------------------------------------------------------------------


def test_a_closing_line_without_an_opening_one() -> None:
    assert problems(f"words\n\n{END}\n") == [("unopened", 3, "this closing line belongs to no opening line")]


def test_a_section_inside_another() -> None:
    text = (
        f"<!-- datamodel:begin tables -->\n\n{OLD}\n\n<!-- datamodel:begin erd -->\n\n{END}\n\nwords\n\n{END}\n\n"
        f"<!-- datamodel:begin enums -->\n\n{END}\n"
    )

    assert problems(text) == [("nested", 7, "`erd` begins inside `tables` (line 1)")]
    assert [section.title for section in document(text).sections] == ["erd", "enums"]


def test_the_same_section_twice() -> None:
    text = f"<!-- datamodel:begin table a -->\n{END}\n\n<!-- datamodel:begin table b -->\n{END}\n\n" * 2

    assert problems(text) == [
        ("duplicate", 7, "`table a` stands in this document already (line 1)"),
        ("duplicate", 10, "`table b` stands in this document already (line 4)"),
    ]


def test_an_unknown_directive() -> None:
    found = document(f"<!-- datamodel:begn tables -->\n\n{END}\n\n<!-- datamodel:frobnicate -->\n")

    assert found.problems == (
        Problem("unknown", "there is no directive `datamodel:begn`", Span(0, 30, 1), "Did you mean `datamodel:begin`?"),
        Problem(
            "unknown",
            "there is no directive `datamodel:frobnicate`",
            Span(104, 133, 5),
            "Write one of begin, review, end, ignore, ignore-document, review-document.",
        ),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<!-- datamodel:begin -->\n\n<!-- datamodel:end -->", "`datamodel:begin` names no view"),
        ("<!-- datamodel:review -->\n\n<!-- datamodel:end -->", "`datamodel:review` names no section"),
        ('<!-- datamodel:begin table "user -->\n\n<!-- datamodel:end -->', 'cannot read `"user`'),
        ('<!-- datamodel:begin table "a"b -->\n\n<!-- datamodel:end -->', 'cannot read `"a"b`'),
        ("Words <!-- datamodel:begin tables -->", "this directive does not stand alone on its line"),
        ("<!-- datamodel:begin tables --> words", "this directive does not stand alone on its line"),
        ("<!-- datamodel:begin\ntables -->", "this directive does not end on its line"),
        ("<!-- datamodel:end v1 facts=aaaa", "this directive does not end on its line"),
    ],
)
def test_a_malformed_directive(text: str, message: str) -> None:
    assert problems(text) == [("malformed", 1, message)]


@pytest.mark.parametrize(
    ("entry", "kind", "message"),
    [
        ("v2 sha=1", "newer", "the closing line was written by a newer version of datamodel-check (format v2)"),
        ("v1", "entry", "the closing line has no `facts=`"),
        ("v1 facts=xyz", "entry", "`xyz` in the closing line is no digest"),
        ("v1 facts=aaaa text=<", "entry", "`<` in the closing line is no digest"),
        ("v1 facts=aaaa items=user", "entry", "`user` in the closing line is no digest"),
        ("facts=aaaa", "entry", "the closing line does not begin with `v1`"),
    ],
)
def test_an_entry_that_cannot_be_read(entry: str, kind: str, message: str) -> None:
    text = f"<!-- datamodel:begin tables -->\n\n<!-- datamodel:end {entry} -->\n"

    assert problems(text) == [(kind, 3, message)]
    assert [section.entry for section in document(text).sections] == [None]


def test_bytes_that_are_not_utf_8() -> None:
    found = read("a.md", b"# A\n\n<!-- datamodel:begin tables -->\n\xff\n")

    assert found.sections == ()
    assert found.problems == (
        Problem(
            "malformed",
            "this is not UTF-8: the byte 0xff means nothing here",
            Span(37, 38, 4),
            "Save the document as UTF-8.",
        ),
    )
