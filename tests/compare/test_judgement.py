"""What is found in a document, case by case."""

from collections.abc import Mapping

import pytest

from datamodel_check import compare, fingerprint, fix, manifest, views
from datamodel_check.model.finding import Finding
from tests.vocabulary import read

SCHEMA = """\
import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
export const users = pgTable('users', { id: uuid().primaryKey(), email: text().notNull() });
export const posts = pgTable('posts', { id: uuid().primaryKey(), author: uuid().references(() => users.id) });
"""

PAGE = """\
# Page

<!-- datamodel:begin table users -->

<!-- datamodel:begin tables -->
"""


def files(schema: str = SCHEMA) -> Mapping[str, bytes]:
    return {
        "schema.ts": schema.encode(),
        "drizzle.config.json": b'{"dialect": "postgresql", "schema": "./schema.ts"}',
    }


def filled(page: str = PAGE, path: str = "docs/page.md") -> str:
    """The page as `--fix` leaves it."""
    document = manifest.read(path, page.encode())
    claims = views.claims(document, read(files()), fingerprint.digest)
    return fix.apply(document.content, fix.plan(document, claims, fingerprint.text_digest).edits).decode()


def found(page: str, schema: str = SCHEMA) -> list[Finding]:
    snapshot = read(files(schema))
    document = manifest.read("docs/page.md", page.encode())
    claims = views.claims(document, snapshot, fingerprint.digest)
    return list(compare.of_document(document, claims, snapshot, fingerprint.text_digest))


def said(findings: list[Finding]) -> list[str]:
    return [f"{one.rule}{' fixable' if one.fixable else ''}: {one.message}" for one in findings]


# --- nothing ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "page",
    ["# Nothing here\n", filled(), filled().replace("\n", "\r\n"), filled().replace("| `id` |", "|  `id`|")],
)
def test_nothing(page: str) -> None:
    assert found(page) == []


# --- generated sections ----------------------------------------------------------------------------------------------


def test_stale() -> None:
    (finding,) = found(filled(), SCHEMA.replace("email: text()", "email: text().unique()"))[:1]

    assert said([finding]) == ["DM101 fixable: `table users` is stale"]
    assert [change.text for change in finding.changes] == ["users.email: key none → unique"]
    assert [str(place) for place in finding.related] == ["schema.ts:2"]
    assert str(finding.location) == "docs/page.md:3"
    assert finding.section == "table users"
    assert finding.cure == "Run `datamodel-check --fix`."


def test_a_removed_column_is_placed_at_its_table() -> None:
    (finding,) = found(filled(), SCHEMA.replace(", email: text().notNull()", ""))

    assert [(change.kind, change.text, str(change.location)) for change in finding.changes] == [
        ("removed", "users.email: column removed", "schema.ts:2")
    ]


def test_a_removed_table() -> None:
    without = SCHEMA.replace("export const users", "const users").replace(".references(() => users.id)", "")

    findings = found(filled(), without)

    assert said(findings) == ["DM101: `table users` is stale", "DM101 fixable: `tables` is stale"]
    assert [change.text for change in findings[0].changes] == ["users: table removed"]
    assert findings[0].cure == "Delete the section, or write into its opening line what it is called now."


def test_what_a_filter_named_is_gone() -> None:
    page = filled("<!-- datamodel:begin tables post* -->\n")

    findings = found(page, SCHEMA.replace("'posts'", "'articles'"))

    assert said(findings) == ["DM101: `tables post*` is stale: no table matches `post*` now"]


def test_edited() -> None:
    page = filled().replace("| `email` | `text` |", "| `email` | `text`, never empty |")

    assert said(found(page)) == ["DM102: `table users` was edited by hand"]


def test_edited_and_stale() -> None:
    page = filled().replace("| `email` | `text` |", "| `email` | `text`, never empty |")

    (finding,) = found(page, SCHEMA.replace("text().notNull()", "text()"))

    assert said([finding]) == ["DM102: `table users` was edited by hand, and the code has moved on since"]
    assert "users.email: nullable no → yes" in [change.text for change in finding.changes]


def test_edited_into_what_it_ought_to_say() -> None:
    """As after a merge that took the text of one branch and the closing line of another."""
    page = filled().replace("| `email` | `text` | no |", "| `email` | `text` | yes |")

    findings = found(page, SCHEMA.replace("text().notNull()", "text()"))

    assert said(findings) == [
        "DM104 fixable: `table users` says what the code says, but its closing line is of another text"
    ]


def test_facts_that_are_not_shown() -> None:
    line = "<!-- datamodel:end v1 facts="
    page = filled()
    digest = page[page.index(line) + len(line) :][:16]

    assert said(found(page.replace(digest, "0123456789abcdef"))) == [
        "DM101 fixable: `table users` is stale: facts changed that its text does not show"
    ]


@pytest.mark.parametrize(
    "page", ["<!-- datamodel:begin tables -->\n", "<!-- datamodel:begin tables -->\n\n<!-- datamodel:end -->\n"]
)
def test_new(page: str) -> None:
    assert said(found(page)) == ["DM104 fixable: `tables` has no fingerprint yet"]


def test_an_unreadable_entry() -> None:
    page = filled("<!-- datamodel:begin table users -->\n").replace("facts=", "fcats=")

    assert said(found(page)) == ["DM104 fixable: the closing line has no `facts=`"]


def test_a_newer_entry() -> None:
    page = filled("<!-- datamodel:begin table users -->\n").replace("end v1", "end v2")

    (finding,) = found(page)

    assert said([finding]) == ["DM104: the closing line was written by a newer version of datamodel-check (format v2)"]
    assert finding.cure == "Upgrade datamodel-check to the version that wrote it."


# --- directives ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<!-- datamodel:begin -->\n", "DM105: `datamodel:begin` names no view"),
        ("<!-- datamodel:end -->\n", "DM105: this closing line belongs to no opening line"),
        ("<!-- datamodel:begin enmus -->\n", "DM105: there is no view `enmus`"),
        ("<!-- datamodel:begin table user -->\n", "DM105: there is no table `user`"),
        ("<!-- datamodel:begin table -->\n", "DM105: `table` takes the name of one table"),
        ("<!-- datamodel:begin tables tabel=users -->\n", "DM105: `tabel=` means nothing here"),
    ],
)
def test_broken(page: str, expected: str) -> None:
    findings = found(page)

    assert said(findings) == [expected]
    assert findings[0].cure


def test_an_opening_line_that_was_broken_later() -> None:
    page = filled("<!-- datamodel:begin tables users -->\n")

    assert said(found(page.replace("tables users", "tables only=users"))) == ["DM105: `only=` means nothing here"]
    assert said(found(page.replace("tables users", "tabels users"))) == ["DM105: there is no view `tabels`"]


def test_a_conflict_inside_a_section() -> None:
    line = "| `email` | `text` | no | — | — | — |\n"
    page = filled().replace(line, f"<<<<<<< ours\n{line}=======\n>>>>>>> theirs\n")

    assert said(found(page)) == ["DM105 fixable: git's conflict markers stand in `table users`"]
