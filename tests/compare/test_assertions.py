"""What reviewed prose asserts of a column: told where it is wrong, and passed over where it is not clear."""

from collections.abc import Sequence

import pytest

from datamodel_check.compare import of_assertions
from datamodel_check.manifest import read
from datamodel_check.model.facts import Fact, Review
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.schema import Column, ForeignKey, Index, IndexColumn, Table, Unique

HERE = Location("schema.ts", NOWHERE)


def column(name: str, **facts: object) -> Fact:
    value = Column("", name, "text", nullable=False, location=HERE)._replace(**facts)  # type: ignore[arg-type]
    return Fact("table", f"users.{name}", value, "", HERE, "users")


USERS = Table(
    None,
    "",
    "users",
    HERE,
    (),
    primary_key=("id",),
    uniques=(Unique(None, ("email",)),),
    indexes=(Index("by_handle", (IndexColumn("handle"),), unique=True),),
    foreign_keys=(ForeignKey(None, ("team_id",), "teams", ("id",)),),
)
FACTS = (
    Fact("table", "users", USERS, "", HERE),
    column("id"),
    column("email"),
    column("handle"),
    column("nickname", nullable=True),
    column("referral_limit", default="5"),
    column("plan", default="'free'::plan", enum="plan"),
    column("created_at", default="now()"),
    column("active", default="true"),
    column("flag", default="0"),
    column("token", client_default=True),
    column("theme", allowed_values=("dark", "light")),
    column("team_id"),
    Fact("enum", "plan", ("free", "paid"), "", HERE),
)


def told(prose: str, facts: Sequence[Fact] = FACTS) -> list[str]:
    document = read("a.md", f"<!-- datamodel:review x table:users -->\n\n{prose}\n\n<!-- datamodel:end -->\n".encode())
    return [found.message for found in of_assertions(document, Review(document.sections[0], tuple(facts)), facts)]


@pytest.mark.parametrize(
    "prose",
    [
        "At most five, by `referral_limit` (default 5).",
        "`users.referral_limit` defaults to `5`.",
        "`referral_limit` (default: 5, not null) counts.",
        "`referral_limit` has a default of 5.",
        "`plan` is one of `paid` or `free`, `plan` (default `free`).",
        "`plan` (`free` | `paid`)",
        "`theme` is either `light` or `dark`.",
        "`created_at` defaults to `CURRENT_TIMESTAMP`.",
        "`active` (default true)",
        "`email` is unique. `handle` (unique). `id` is the primary key.",
        "`nickname` is optional, and `email` is required.",
        "`nickname` (nullable) and `nickname` may be null.",
        "`team_id` references `teams`, `team_id` (references teams.id).",
        "`nickname` (no default)",
        "`active` (default 1), `flag` (default false), `flag` (default 0).",
        "`nickname` (default null)",
    ],
)
def test_what_is_true(prose: str) -> None:
    assert told(prose) == []


@pytest.mark.parametrize(
    ("prose", "message"),
    [
        (
            "`referral_limit` (default 10)",
            "the prose says of `users.referral_limit`: the default 10; the code says the default 5",
        ),
        ("`referral_limit` defaults to 10.", "the default 5"),
        ("`nickname` (default `x`)", "the code says it has no default"),
        ("`plan` (default `paid`)", "the default free"),
        ("`plan` is one of `free`, `paid` or `trial`.", "the values free, paid, trial; the code says free, paid"),
        ("`theme` (`dark`, `light`, `auto`)", "the code says dark, light"),
        ("`nickname` is unique.", "the prose says of `users.nickname`: unique; the code says not unique"),
        ("`email` is nullable.", "the prose says of `users.email`: nullable; the code says not null"),
        ("`nickname` (required)", "not nullable; the code says nullable"),
        ("`nickname` can never be null.", "the code says nullable"),
        ("`email` is the primary key.", "the code says no primary key"),
        ("`team_id` references `users`.", "it references users; the code says it references teams"),
        ("`email` references `teams`.", "the code says it references nothing"),
        ("`active` (default false)", "the default true"),
        ("`created_at` has no default.", "the default now()"),
        ("`email` is not unique.", "not unique; the code says unique"),
    ],
)
def test_what_is_wrong(prose: str, message: str) -> None:
    (found,) = told(prose)

    assert message in found


@pytest.mark.parametrize(
    "prose",
    [
        "`referral_limit` is usually 10.",
        "`nickname` is unique per team.",
        "`nickname` is required when the plan is paid.",
        "`email` is optional until it is confirmed.",
        "`email` was nullable.",
        "`created_at` (default `make_time()`)",
        "`token` has no default.",
        "`token` (default `abc`)",
        "`other` (default 10)",
        "`id` (see above)",
        "referral_limit (default 10)",
        "For example `referral_limit` (default 10).",
    ],
)
def test_what_is_not_clear(prose: str) -> None:
    assert told(prose) == []


def test_a_name_that_several_tables_have_is_none() -> None:
    other = Fact("table", "teams.email", Column("", "email", "text", nullable=True, location=HERE), "", HERE, "teams")

    assert told("`email` is nullable.", (*FACTS, other)) == []


def test_a_column_of_a_table_in_a_schema() -> None:
    table = USERS._replace(schema="app", name="users", primary_key=("id", "team_id"))
    facts = tuple(
        one._replace(name=one.name.replace("users", "app.users"), owner=one.owner and "app.users")
        for one in FACTS
        if one.value != USERS
    )

    found = told(
        "`email` is not unique. `team_id` references `users`. `team_id` is the primary key.",
        (Fact("table", "app.users", table, "", HERE), *facts),
    )
    assert [one.rpartition("; ")[2] for one in found] == [
        "the code says unique",
        "the code says it references teams",
    ]


def test_of_a_key_that_several_columns_have_nothing_is_told() -> None:
    two = (ForeignKey(None, ("team_id",), "teams", ("id",)), ForeignKey(None, ("team_id",), "groups", ("id",)))
    facts = (Fact("table", "users", USERS._replace(foreign_keys=two), "", HERE), *FACTS[1:])

    assert told("`team_id` references `users`.", facts) == []
    assert told("`team_id` references `users`.", FACTS[1:]) == []
