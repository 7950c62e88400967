"""One spelling for every expression."""

import pytest

from datamodel_check.model.sql import SqlDialect
from datamodel_check.parse import sql


@pytest.mark.parametrize(
    ("dialect", "source", "expected"),
    [
        ("postgresql", "", ""),
        ("postgresql", "NOW ( )", "now()"),
        ("postgresql", "((a))", "a"),
        ("postgresql", "(a) + (b)", "(a) + (b)"),
        ("postgresql", "(a)", "a"),
        ("postgresql", "()", "()"),
        ("postgresql", "a>b AND  c<>1 or Not d Is NULL", "a > b AND c <> 1 OR NOT d IS NULL"),
        ("postgresql", "-1", "-1"),
        ("postgresql", "a - -1", "a - -1"),
        ("postgresql", "(-  1,+2)", "-1, +2"),
        ("postgresql", "case when a then - 1 else b end", "CASE WHEN a THEN -1 ELSE b END"),
        ("postgresql", '"Id" = "id" or "user" = User', '"Id" = id OR "user" = user'),
        ("postgresql", "'x'::TEXT", "'x'::text"),
        ("postgresql", "Array['a','b'] :: Text[ ]", "ARRAY['a', 'b']::text[]"),
        ("postgresql", "a in(1,2)", "a IN (1, 2)"),
        ("postgresql", "E'it\\'s' || $$x$$", "'it''s' || 'x'"),
        ("postgresql", "B'01' # X'ff'", "B'01' # X'ff'"),
        ("postgresql", "current_timestamp(3)", "CURRENT_TIMESTAMP(3)"),
        ("postgresql", "cast (a as Int)", "CAST(a AS int)"),
        ("postgresql", "data->>'a' -- b", "data ->> 'a'"),
        ("postgresql", "TRUE /* b */", "true"),
        ("postgresql", 't . "Col"', 't."Col"'),
        ("sqlite", "STRFTIME('%s','now')", "strftime('%s', 'now')"),
        ("sqlite", '"Name" = [Name] and `name`', "Name = Name AND name"),
        ("mysql", '`order` = `Name` + "x"', "`order` = Name + 'x'"),
    ],
)
def test_spelling(dialect: SqlDialect, source: str, expected: str) -> None:
    assert sql.expression(source, dialect) == expected
