from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datamodel_check.model.globs import EXPANSIONS, matches, matches_any, select


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("src/schema.ts", "src/schema.ts"),
        ("src/*.ts", "src/schema.ts"),
        ("src/**/*.ts", "src/schema.ts"),
        ("src/**/*.ts", "src/a/b/schema.ts"),
        ("**/*.prisma", "schema.prisma"),
        ("**", "a/b/c"),
        ("src/{users,posts}.ts", "src/posts.ts"),
        ("src/[up]*.ts", "src/users.ts"),
        ("src/[!x]*.ts", "src/users.ts"),
        ("src/?.ts", "src/a.ts"),
        ("app/(group)/[id.ts", "app/(group)/[id.ts"),
        ("src/{a,b/{c,d}}.ts", "src/b/d.ts"),
        ("{a,**/b}/*.ts", "x/y/b/c.ts"),
        ("src/}a{b,c", "src/}a{b,c"),
        ("[a-cz-a]", "b"),
        ("[a\\\\[&&~~--]", "["),
        ("src/**", "src/a\nb"),
    ],
)
def test_matches(pattern: str, path: str) -> None:
    assert matches(pattern, path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("src/*.ts", "src/a/schema.ts"),
        ("src/*.ts", "src/schema.tsx"),
        ("src/**/*.ts", "other/src/schema.ts"),
        ("**/test/*", "latest/x"),
        ("src/?.ts", "src/ab.ts"),
        ("src/[!u]*.ts", "src/users.ts"),
        ("a.b", "axb"),
        ("[z-a]", "b"),
        ("a[!b]c", "a/c"),
    ],
)
def test_does_not_match(pattern: str, path: str) -> None:
    assert not matches(pattern, path)


WORDS = ("a", "b", ".", "/", "*", "?", "**/", "/**/", "**", "[ab]", "[!a]", "*b", "*/")
PATHS = st.lists(st.text("ab.", min_size=1, max_size=3), min_size=1, max_size=4).map("/".join)


def plainly(pattern: str, path: str) -> bool:
    """The meaning of wildcards, word by word, without a thought for speed."""

    @cache
    def rest(at: int, position: int) -> bool:
        if at == len(pattern):
            return position == len(path)
        if pattern.startswith("**/", at) and (at == 0 or pattern[at - 1] == "/"):
            folders = (end + 1 for end in range(position, len(path)) if path[end] == "/")
            return rest(at + 3, position) or any(rest(at + 3, end) for end in folders)
        if pattern.startswith("*", at):
            crossing = pattern.startswith("**", at)
            ends = range(position, len(path) + 1)
            return any(rest(at + 1 + crossing, end) for end in ends if crossing or "/" not in path[position:end])
        length = 4 if pattern[at] == "[" else 1
        word, sign = pattern[at : at + length], path[position : position + 1]
        fits = {"?": sign not in {"", "/"}, "[ab]": sign in {"a", "b"}, "[!a]": sign not in {"", "/", "a"}}
        return fits.get(word, sign == word) and rest(at + length, position + 1)

    return rest(0, 0)


@given(st.lists(st.sampled_from(WORDS), max_size=7).map("".join), PATHS)
def test_the_meaning_of_wildcards(pattern: str, path: str) -> None:
    assert matches(pattern, path) == plainly(pattern, path)


@given(st.text("ab*?{},[]!-/\\"), st.text("ab{},[]!-/\\"))
def test_every_text_is_a_pattern(pattern: str, path: str) -> None:
    assert matches(pattern, path) == (select(pattern, [path]) == [path]) == matches_any([pattern], path)


@pytest.mark.parametrize(
    "pattern", ["*a" * 40 + "b", "**/" * 30 + "b", "**/*a" * 20 + "b", "**a" * 30 + "b", "{a,*b}" * 40, "{" * 4000]
)
@pytest.mark.parametrize("path", ["a" * 4000, "a/" * 2000 + "a", "ab/" * 1300 + "a"])
def test_no_pattern_takes_long(pattern: str, path: str) -> None:
    assert not matches(pattern, path)


def test_braces_are_bounded() -> None:
    assert matches("{a,b}" * 7, "ab" * 3 + "a")
    assert EXPANSIONS < 2**8
    assert not matches("{a,b}" * 8, "ab" * 4)
