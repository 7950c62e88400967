"""Which passages speak of the data model, of what in it, and what is written around them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from datamodel_check.adopt import Names, proposals, wrapped
from datamodel_check.manifest import read
from datamodel_check.model.facts import Fact

FACTS = (
    Fact("table", "users", (), "a table"),
    Fact("table", "users.id", (), "integer", owner="users"),
    Fact("table", "users.email", (), "text", owner="users"),
    Fact("table", "users.referral_limit", (), "integer", owner="users"),
    Fact("table", "users.created_at", (), "timestamp", owner="users"),
    Fact("table", "credit_ledger", (), "a table"),
    Fact("table", "credit_ledger.id", (), "integer", owner="credit_ledger"),
    Fact("table", "credit_ledger.operation_id", (), "text", owner="credit_ledger"),
    Fact("table", "credit_ledger.created_at", (), "timestamp", owner="credit_ledger"),
    Fact("enum", "grant_type", (), "free, paid"),
    Fact("route", "GET /api/users/:id", (), ""),
    Fact("route", "DELETE /api/users/:id", (), ""),
    Fact("route", "GET /", (), ""),
    Fact("service", "billing", (), "module"),
    Fact("service", "billing.grantCredits", (), "", owner="billing"),
    Fact("store", "useCartStore", (), "zustand"),
    Fact("type", "User", (), "interface"),
)


def proposed(text: str, path: str = "docs/guide.md") -> list[str]:
    document = read(path, text.encode())
    return [" ".join((one.name, *one.selectors)) for one in proposals(document, Names(FACTS))]


# --- nothing ---------------------------------------------------------------------------------------------------------


def test_prose_about_something_else() -> None:
    assert proposed("# Getting started\n\nUsers may sign up by e-mail. Run `npm install` in `src/app`.\n") == []


def test_a_path_of_which_nothing_is_certain() -> None:
    assert proposed("# Style\n\nWrite `/` between them, or `// ... existing code ...`.\n") == []


def test_short_columns_outside_of_their_table() -> None:
    assert proposed("# Style\n\nThe `id` of `users` is a number.\n") == ["style table:users"]


def test_a_column_that_several_tables_have() -> None:
    assert proposed("# Times\n\nAll have `created_at`.\n") == []


def test_code_blocks() -> None:
    assert proposed("# Query\n\n```sql\nselect * from credit_ledger\n```\n") == []


# --- what is named ---------------------------------------------------------------------------------------------------


def test_a_heading_that_is_about_a_table() -> None:
    assert proposed("## Users table\n\nNobody has two.\n\n## Credit ledger\n\nNever deleted.\n") == [
        "users-table table:users",
        "credit-ledger table:credit_ledger",
    ]


def test_columns_below_the_heading_of_their_table_belong_to_it() -> None:
    assert proposed("# Users\n\n## Limits\n\nAt most five, by `referralLimit`, since `created_at`.\n") == [
        "limits table:users.referral_limit table:users.created_at"
    ]


def test_telling_names_in_plain_words() -> None:
    assert proposed("# Grants\n\nEach has an operation_id. Limits: users.referral_limit.\n") == [
        "grants table:users.referral_limit"
    ]
    assert proposed("# Grants\n\nEach has an operation_id.\n") == ["grants table:credit_ledger.operation_id"]


def test_many_columns_are_the_table() -> None:
    text = "# Fields\n\n`users.id`, `users.email`, `users.referral_limit` and `users.created_at`.\n"

    assert proposed(text) == ["fields table:users"]


def test_cells() -> None:
    text = "# Fields of accounts\n\nOf `users`:\n\n| Field | Means |\n|---|---|\n| email | address |\n"

    assert proposed(text) == ["fields-of-accounts table:users.email"]


def test_routes_however_their_parameters_are_written() -> None:
    assert proposed("# API\n\n`GET /api/users/{id}` answers.\n") == ["api route:GET /api/users/:id"]
    assert proposed("# API\n\nCall /api/users/[id] for it.\n") == [
        "api route:GET /api/users/:id route:DELETE /api/users/:id"
    ]


def test_services_stores_types_and_enums() -> None:
    text = "# Code\n\n`billing.grantCredits()` fills `useCartStore` with a `User` of `grant_type`.\n"

    assert proposed(text) == ["code service:billing.grantCredits store:useCartStore type:User enum:grant_type"]


# --- names -----------------------------------------------------------------------------------------------------------


def test_prose_above_the_first_heading_has_the_name_of_its_file() -> None:
    assert proposed("All about `credit_ledger`.\n", "docs/Billing.knowledge.md") == ["billing table:credit_ledger"]


def test_names_are_unique() -> None:
    text = (
        "<!-- datamodel:review rules table:users -->\n\nold\n\n<!-- datamodel:end -->\n\n"
        "# Rules\n\n`credit_ledger`\n\n# Rules\n\n`grant_type`\n"
    )

    assert proposed(text) == ["rules-2 table:credit_ledger", "rules-3 enum:grant_type"]


# --- what is written -------------------------------------------------------------------------------------------------


def test_comments_around_the_prose() -> None:
    document = read("a.md", b"# Users\nwords  \n# Next\n")

    assert wrapped(document, proposals(document, Names(FACTS))).decode() == (
        "# Users\n\n<!-- datamodel:review users table:users -->\n\nwords  \n\n<!-- datamodel:end -->\n\n# Next\n"
    )


def test_mdx_and_other_line_ends() -> None:
    document = read("a.mdx", b"# Users\r\n\r\nwords\r\n")

    assert wrapped(document, proposals(document, Names(FACTS))).decode() == (
        "# Users\r\n\r\n{/* datamodel:review users table:users */}\r\n\r\nwords\r\n\r\n{/* datamodel:end */}\r\n"
    )


PIECES = (
    "# Users",
    "Rules\n=====",
    "`users.email` is unique",
    "- `credit_ledger`",
    "    code",
    "```\n# `users`\n```",
    "| email |",
    "> quoted `grant_type`",
    "",
    "words",
    "---",
    "<!-- a comment -->",
    "<!--\n`users`\n-->",
)


@given(st.lists(st.sampled_from(PIECES)).map("\n".join), st.sampled_from(["\n", "\r\n"]))
def test_not_one_word_is_changed(text: str, newline: str) -> None:
    document = read("a.md", text.replace("\n", newline).encode())
    made = list(proposals(document, Names(FACTS)))
    after = wrapped(document, made).decode()
    bare = re.sub(r"<!-- datamodel:[^\n]*? -->", "", after)

    assert bare.split() == text.split()
    again = read("a.md", after.encode())
    assert [section.name for section in again.sections] == [one.name for one in made]
    assert not again.problems
    assert list(proposals(again, Names(FACTS))) == []
