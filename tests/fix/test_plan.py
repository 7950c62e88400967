"""Which sections are written anew, and which are refused."""

import pytest

from datamodel_check.markdown import Layout
from datamodel_check.model.snapshot import Snapshot
from tests.fix.vocabulary import fixed, planned, refused
from tests.views.samples import ONE, SHOP

OPENING = "<!-- datamodel:begin enums -->"
BODY = """\
<!-- prettier-ignore-start -->

| Enum | Values | Used by |
| --- | --- | --- |
| `book_format` | `hardcover`, `paperback`, `ebook` | `book.format` |

<!-- prettier-ignore-end -->"""
CLOSING = "<!-- datamodel:end v1 facts=273312943fe93a55 text=102031105b051aed -->"
SECTION = f"{OPENING}\n\n{BODY}\n\n{CLOSING}"
OTHER = ONE._replace(sources=(SHOP._replace(enums=(SHOP.enums[0]._replace(values=("paperback", "audio")),)),))
"""The code has moved on."""


# --- nothing happens -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# Words\n",
        f"# Enums\n\n{SECTION}\n",
        SECTION,
        SECTION.replace("\n", "\r\n"),
        f"\ufeff{SECTION}\n",
        SECTION.replace("\n\n", "\n"),
        SECTION.replace("| --- | --- | --- |", "|:---|---|---|").replace("| `ebook`", "|    `ebook`"),
        SECTION.replace("<!-- prettier-ignore-start -->\n\n", "").replace("\n\n<!-- prettier-ignore-end -->", ""),
    ],
)
def test_a_section_that_is_true_is_left_alone(text: str) -> None:
    assert fixed(text) == text


def test_a_section_in_another_layout_is_left_alone() -> None:
    assert fixed(SECTION, layout=Layout("aligned", ())) == SECTION


def test_an_unknown_view_is_left_alone() -> None:
    text = SECTION.replace("begin enums", "begin enum")

    assert fixed(text) == text


def test_a_reviewed_section_is_left_alone() -> None:
    text = "<!-- datamodel:review enums enum:book_format -->\n\nWords.\n\n<!-- datamodel:end -->\n"

    assert fixed(text) == text


def test_old_text_without_a_closing_line_is_left_alone() -> None:
    text = f"{OPENING}\n\n{BODY}\n\n## Next\n"

    assert fixed(text, OTHER) == text


# --- written anew ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (OPENING, SECTION),
        (f"{OPENING}\n", f"{SECTION}\n"),
        (f"# Enums\n\n{OPENING}\n\n## Next\n", f"# Enums\n\n{SECTION}\n\n## Next\n"),
        (f"{OPENING}\nWords.\n", f"{SECTION}\n\nWords.\n"),
        (f"{OPENING}\n\n<!-- datamodel:end -->\n", f"{SECTION}\n"),
        (f"{OPENING}\n<!-- datamodel:end -->", SECTION),
        (f"\ufeff{OPENING}\r\n\r\nWords.\r\n", f"\ufeff{SECTION}\n\nWords.\n".replace("\n", "\r\n")),
    ],
)
def test_a_new_section_is_filled_in(before: str, after: str) -> None:
    assert fixed(before) == after


def test_a_stale_section_is_written_anew_and_nothing_else() -> None:
    before = f"\ufeffA  \r\n\n{SECTION}\n\ttail\r\n\r\n  \n{OPENING.replace('enums', 'unknown')}"
    after = fixed(before, OTHER)

    assert "`paperback`, `audio`" in after
    assert after.startswith(f"\ufeffA  \r\n\n{OPENING}\n\n")
    assert after.endswith(f" -->\n\ttail\r\n\r\n  \n{OPENING.replace('enums', 'unknown')}")


def test_a_stale_section_comes_back_with_the_facts() -> None:
    assert fixed(fixed(SECTION, OTHER), ONE) == SECTION


def test_a_closing_line_that_cannot_be_read_is_written_anew() -> None:
    for broken in ("v1 facts=zzz", "v1", "v1 facts=273312943fe93a55"):
        assert fixed(f"{OPENING}\n\n{BODY}\n\n<!-- datamodel:end {broken} -->\n") == f"{SECTION}\n"


def test_a_conflict_is_resolved_by_writing_the_section_anew() -> None:
    ours, theirs = SECTION.replace("`ebook`", "`cd`"), SECTION.replace("`ebook`", "`tape`").replace("27331", "00000")
    rest = OPENING + "\n\n"
    text = f"<<<<<<< HEAD\n{ours.removeprefix(rest)}\n=======\n{theirs.removeprefix(rest)}\n>>>>>>> branch"

    assert fixed(f"# Enums\n\n{rest}{text}\n\nWords.\n") == f"# Enums\n\n{SECTION}\n\nWords.\n"


def test_mdx() -> None:
    after = fixed("{/* datamodel:begin enums */}\n", path="docs/a.mdx")

    assert after.splitlines()[0] == "{/* datamodel:begin enums */}"
    assert after.splitlines()[2] == "{/* prettier-ignore-start */}"
    assert after.splitlines()[-1].startswith("{/* datamodel:end v1 facts=273312943fe93a55 text=")
    assert "<!--" not in after


def test_headings_stand_below_the_heading_above() -> None:
    tables = tuple(SHOP.tables[1]._replace(name=f"t{number}") for number in range(30))
    snapshot = Snapshot((SHOP._replace(tables=tables),))

    assert "\n#### Around `t0`\n" in fixed("### Diagram\n\n<!-- datamodel:begin erd -->\n", snapshot)


# --- edited by hand --------------------------------------------------------------------------------------------------

EDITED = SECTION.replace("`hardcover`", "`hard cover`")
REASON = "a person edited the generated text"


@pytest.mark.parametrize("snapshot", [ONE, OTHER])
@pytest.mark.parametrize(
    "text", [EDITED, SECTION.replace("| --- |\n", "| --- |\n| more |\n"), SECTION.replace(BODY, "")]
)
def test_an_edited_section_is_refused(text: str, snapshot: Snapshot) -> None:
    assert fixed(text, snapshot) == text
    assert refused(text, snapshot) == [("enums", REASON)]


def test_an_edited_section_is_overwritten_on_request() -> None:
    assert fixed(EDITED, overwrite=True) == SECTION


def test_an_edit_that_says_what_would_be_written_only_gets_a_new_closing_line() -> None:
    formatted = fixed(SECTION, OTHER).replace("| --- |", "| :--- |")
    text = formatted.rpartition("<!--")[0] + CLOSING

    assert fixed(text, OTHER) == formatted


def test_one_refused_section_does_not_keep_others_from_being_written() -> None:
    other = "<!-- datamodel:begin table sales -->"
    made = planned(f"{EDITED}\n\n{other}\n".encode())

    assert ([edit.title for edit in made.edits], len(made.refusals)) == (["table sales"], 1)


def test_a_newer_section_is_refused() -> None:
    text = f"{OPENING}\n\nwhatever\n\n<!-- datamodel:end v2 sum=1 -->\n"

    assert fixed(text, overwrite=True) == text
    assert refused(text) == [("enums", "a newer version of datamodel-check wrote it")]
