import pytest

from datamodel_check.extract.schema.drizzle.casing import Casing, convert, rename


@pytest.mark.parametrize(
    ("key", "casing", "expected"),
    [
        ("createdAt", None, "createdAt"),
        ("createdAt", "snake_case", "created_at"),
        ("created_at", "snake_case", "created_at"),
        ("userID", "snake_case", "user_id"),
        ("HTMLParser2Go", "snake_case", "html_parser2_go"),
        ("it'sMine", "snake_case", "its_mine"),
        ("created_at", "camelCase", "createdAt"),
        ("UserID", "camelCase", "userID"),
        ("__", "snake_case", ""),
    ],
)
def test_convert(key: str, casing: Casing | None, expected: str) -> None:
    assert convert(key, casing) == expected


def test_only_the_first_occurrence_is_renamed() -> None:
    assert rename("aB_aB_pk", ["aB"], ["a_b"]) == "a_b_aB_pk"
