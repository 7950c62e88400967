"""Column names inside SQL."""

import pytest

from datamodel_check.extract.migrations.expressions import casts_to, mentioned, mentions, renamed, retyped
from datamodel_check.model.sql import SqlDialect


@pytest.mark.parametrize(
    ("dialect", "expression", "expected"),
    [
        ("postgresql", "", ""),
        ("postgresql", "a > 0", "z > 0"),
        ("postgresql", "lower(a) = 'a' OR ab = \"a\"", "lower(z) = 'a' OR ab = z"),
        ("postgresql", "t.a + a.t + a(1) + 1::a", "t.z + a.t + a(1) + 1::a"),
        ("postgresql", '"A" + A', '"A" + A'),
        ("sqlite", '"A" + a', "z + z"),
        ("mysql", "`a` + 'it''s a'", "z + 'it''s a'"),
    ],
)
def test_renamed(dialect: SqlDialect, expression: str, expected: str) -> None:
    assert renamed(expression, "a", "z", dialect) == expected
    assert mentions(expression, "a", dialect) == (expression != expected)


def test_a_new_name_gets_quotes_where_it_needs_them() -> None:
    assert renamed("a > 0", "a", "Order", "postgresql") == '"Order" > 0'
    assert renamed("a > 0", "a", "order", "mysql") == "`order` > 0"


def test_mentioned() -> None:
    assert mentioned("b > a AND b(c) = 'd'", ("a", "b", "c", "d"), "postgresql") == ("a", "b", "c")


def test_casts_follow_their_type() -> None:
    assert retyped("'a'::role || 'b'::public.role || 'c'::roles", "role", "Role") == (
        "'a'::\"Role\" || 'b'::\"Role\" || 'c'::roles"
    )
    assert [casts_to(text, "role") for text in ("'a'::role", "'role'", "'a'::roles", "role(1)")] == [True] + [False] * 3
