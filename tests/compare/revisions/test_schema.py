"""Changes of a schema, and what may break by them."""

import pytest

from tests.compare.revisions.vocabulary import changes, said, table

POSTS = "export const posts = d.pgTable('posts', {{ id: d.integer().primaryKey(), by: d.integer().references(() => users.id{}) }});\n"  # noqa: E501


def test_nothing_changed() -> None:
    schema = table("name: d.text()") + POSTS.format("")
    assert said(schema, schema) == []


def test_layout_and_order_of_declaration_are_no_change() -> None:
    posts = "export const posts = d.pgTable('posts', { id: d.integer().primaryKey() });\n"
    assert said(table("name: d.text()") + posts, posts + "// moved\n" + table("name: d.text()")) == []


def test_a_table_that_comes_is_safe_and_one_that_goes_loses_its_rows() -> None:
    posts = "export const posts = d.pgTable('posts', { id: d.integer().primaryKey(), text: d.text() });\n"
    assert said(table(""), table("") + posts) == ["safe: posts: table added (id, text)"]
    assert said(table("") + posts, table("")) == ["breaking: posts: table removed (its rows are lost)"]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "age: d.integer()", "safe: users.age: column added (integer)"),
        ("", "age: d.integer().notNull().default(0)", "safe: users.age: column added (integer not null default 0)"),
        (
            "",
            "age: d.integer().notNull()",
            (
                "breaking: users.age: column added (integer not null) "
                "(existing rows have no value for it, and neither have inserts that do not know it)"
            ),
        ),
        ("age: d.integer()", "", "breaking: users.age: column removed (its data is lost)"),
        (
            "age: d.integer()",
            "age: d.bigint({ mode: 'number' })",
            "safe: users.age: type integer → bigint (it holds all that it held)",
        ),
        (
            "age: d.bigint({ mode: 'number' })",
            "age: d.integer()",
            "breaking: users.age: type bigint → integer (it no longer holds all that it held)",
        ),
        (
            "name: d.varchar({ length: 20 })",
            "name: d.varchar({ length: 40 })",
            "safe: users.name: type varchar(20) → varchar(40) (it holds all that it held)",
        ),
        (
            "name: d.text()",
            "name: d.varchar({ length: 40 })",
            "breaking: users.name: type text → varchar(40) (it no longer holds all that it held)",
        ),
        (
            "name: d.text()",
            "name: d.integer()",
            "risky: users.name: type text → integer (values are converted, and readers get another type)",
        ),
        (
            "name: d.text()",
            "name: d.text().notNull()",
            "breaking: users.name: null forbidden (it fails where rows hold null, as do inserts of null)",
        ),
        (
            "name: d.text().notNull()",
            "name: d.text()",
            "risky: users.name: null allowed (readers that rely on a value may find none)",
        ),
        (
            "name: d.text().notNull().default('a')",
            "name: d.text().notNull().default('b')",
            "risky: users.name: default 'a' → 'b' (new rows get another value than old ones)",
        ),
        (
            "name: d.text().notNull().default('a')",
            "name: d.text().notNull()",
            "breaking: users.name: default 'a' removed (inserts without a value fail)",
        ),
        (
            "name: d.text().default('a')",
            "name: d.text()",
            "safe: users.name: default 'a' removed (inserts without a value get null)",
        ),
        ("name: d.text()", "name: d.text().default('a')", "safe: users.name: default 'a' added"),
        (
            "name: d.text()",
            "name: d.text().unique()",
            "risky: users: unique (name) added (it fails where rows hold the same)",
        ),
    ],
)
def test_columns(before: str, after: str, expected: str) -> None:
    assert said(table(before), table(after)) == [expected]


def test_a_column_that_keeps_what_it_is_was_renamed() -> None:
    reason = "whoever uses the old name fails; without a migration that renames it, its data is lost"
    before, after = table("full_name: d.text().notNull()"), table("fullName: d.text('name').notNull()")
    assert said(before, after) == [
        f"breaking: users.full_name: column renamed to name ({reason})",
        "safe: users.name: name in code full_name → fullName",
    ]


def test_a_column_of_another_type_was_not_renamed() -> None:
    assert [change.kind for change in changes(table("a1: d.text()"), table("a2: d.integer()"))] == ["removed", "added"]


def test_of_two_columns_that_are_equally_alike_none_was_renamed() -> None:
    found = changes(table("ab: d.text()"), table("ac: d.text(), ad: d.text()"))
    assert [change.kind for change in found] == ["removed", "added", "added"]


def test_what_points_to_a_renamed_table_has_not_changed() -> None:
    before = table("name: d.text(), mail: d.text()") + POSTS.format("")
    found = changes(before, before.replace("'users'", "'accounts'"))
    assert [(change.kind, change.subject, change.text) for change in found] == [
        ("renamed", "users", "table renamed to accounts")
    ]


def test_indexes_of_a_renamed_column_have_not_changed() -> None:
    before = table("user_name: d.text()", "d.index('i').on(t.user_name)")
    after = before.replace("user_name", "username")
    assert [change.kind for change in changes(before, after)] == ["renamed", "changed"]
    assert changes(before, after)[1].text == "name in code user_name → username"


def test_what_goes_with_a_column_is_not_told_again() -> None:
    before = table("name: d.text().unique()", "d.index('i').on(t.name)")
    assert [change.text for change in changes(before, table(""))] == ["column removed"]


def test_a_changed_cascade() -> None:
    before, after = POSTS.format(""), POSTS.format(", { onDelete: 'cascade' }")
    assert said(table("") + before, table("") + after) == [
        (
            "breaking: posts: foreign key (by) to users: on delete no action → cascade "
            "(what deletes a row there now deletes rows here too)"
        )
    ]


def test_names_of_constraints_are_no_change() -> None:
    before = table("name: d.text()", "d.unique('a').on(t.name)")
    assert said(before, before.replace("'a'", "'b'")) == []


def test_enums() -> None:
    before = "export const mood = d.pgEnum('mood', ['sad', 'ok']);\n" + table("mood: mood()")
    assert said(before, before.replace("'ok'", "'ok', 'fine'")) == [
        "safe: mood: value fine added (readers may not know it)"
    ]
    assert said(before, before.replace(", 'ok'", "")) == [
        "breaking: mood: value ok removed (rows may hold it, and code may write it)"
    ]
    assert said(before, before.replace("'sad', 'ok'", "'ok', 'sad'")) == [
        "risky: mood: values in another order (values are sorted and compared by their order)"
    ]


def test_row_level_security() -> None:
    plain = table("name: d.text()")
    guarded = plain.replace("});", "}).enableRLS();")
    assert [change.risk for change in changes(plain, guarded)] == ["risky"]
    assert [change.risk for change in changes(guarded, plain)] == ["breaking"]
