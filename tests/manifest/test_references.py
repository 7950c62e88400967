"""Names in code spans and links that may lead nowhere."""

import pytest

from datamodel_check.manifest import read
from datamodel_check.manifest.references import references


def named(text: str) -> list[tuple[str, str, str, int | None, int]]:
    """Kind, name, what is written, the line in the file that is named, and the line in the document."""
    document = read("docs/guide/page.md", text.encode())
    return [(one.kind, one.name, one.text, one.line, one.location.line) for one in references(document)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See `src/a.ts`.", ("path", "src/a.ts", "src/a.ts", None, 1)),
        ("# A\n\nSee `./src/a.ts:12`.", ("path", "src/a.ts", "./src/a.ts:12", 12, 3)),
        ("See `src/a.ts#L12-L20`.", ("path", "src/a.ts", "src/a.ts#L12-L20", 12, 1)),
        ("See `src/a.ts#top`.", ("path", "src/a.ts", "src/a.ts#top", None, 1)),
        ("See [a](../src/a.ts).", ("path", "docs/src/a.ts", "../src/a.ts", None, 1)),
        ("See [a](/src/a.ts#L3).", ("path", "src/a.ts", "/src/a.ts#L3", 3, 1)),
        ("Call `GET /api/users/[id]`.", ("route", "GET /api/users/[id]", "GET /api/users/[id]", None, 1)),
        ("Call `POST  /`.", ("route", "POST /", "POST  /", None, 1)),
        ("It is `user_id`.", ("column", "user_id", "user_id", None, 1)),
        ("It is `users.email`.", ("column", "users.email", "users.email", None, 1)),
        ("It is `useCart()`.", ("symbol", "useCart", "useCart()", None, 1)),
        ("It is `UsageService`.", ("symbol", "UsageService", "UsageService", None, 1)),
    ],
)
def test_what_is_a_name(text: str, expected: tuple[str, str, str, int | None, int]) -> None:
    assert named(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "`a_b`, `aB`, `users`, `GET`, `/api/users`, `src`, `a.ts`",
        "See [a](https://example.com/src/a.ts) and [b](mailto:x/y.ts).",
        "The file `src/a.ts` was removed in 2019.",
        "```ts\nimport './src/a.ts'\n```",
        "It is `useCart`.\n\n```ts\nconst x = useCart();\n```",
    ],
)
def test_what_is_none(text: str) -> None:
    assert named(text) == []
