"""Which types hold what others held."""

import pytest

from datamodel_check.compare.revisions.types import narrows, widens


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("integer", "bigint"),
        ("smallint", "numeric"),
        ("varchar(10)", "varchar(20)"),
        ("varchar(10)", "varchar"),
        ("varchar(10)", "text"),
        ("char(5)", "varchar(5)"),
        ("numeric(10, 2)", "numeric(12, 2)"),
        ("numeric(10, 2)", "numeric(12, 3)"),
        ("real", "double precision"),
        ("numeric(10, 2)", "numeric(11, 3)"),
        ("varchar(10)[]", "varchar(20)[]"),
        ("timestamp(3) with time zone", "timestamp(6) with time zone"),
    ],
)
def test_wider(before: str, after: str) -> None:
    assert widens(before, after)
    assert narrows(after, before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("text", "integer"),
        ("varchar(10)[]", "varchar(20)"),
        ("uuid", "text"),
        ("numeric(10, 2)", "numeric(11, 4)"),
        ("varchar(20)", "char(10)[]"),
        ("char(20)", "varchar(10)"),
        ("timestamp(3) with time zone", "timestamp(6) without time zone"),
        ("numeric(10)", "numeric(10, 1)"),
    ],
)
def test_neither(before: str, after: str) -> None:
    assert not widens(before, after)
    assert not narrows(before, after)


def test_the_same() -> None:
    assert widens("text", "text")
    assert not narrows("text", "text")
