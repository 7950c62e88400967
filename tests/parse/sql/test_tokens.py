"""Characters to tokens, in each database's own way."""

import pytest

from datamodel_check.model.sql import SqlDialect
from datamodel_check.parse.sql.tokens import Lexer


def tokens(text: str, dialect: SqlDialect) -> list[tuple[str, str]]:
    lexer = Lexer(text, dialect)
    found: list[tuple[str, str]] = []
    while (token := lexer.next()) is not None:
        assert text[token.start : token.end] == token.text
        found.append((token.kind, token.value))
    return found


@pytest.mark.parametrize(
    ("dialect", "text", "expected"),
    [
        ("postgresql", "", []),
        ("postgresql", " \n\t", []),
        ("postgresql", "Select a1 _b ü$1", [("word", "SELECT"), ("word", "A1"), ("word", "_B"), ("word", "Ü$1")]),
        ("postgresql", '"a""B"', [("name", 'a"B')]),
        ("postgresql", "'it''s' E'a\\'b\\n' B'01'", [("string", "it's"), ("string", "a'b\n"), ("string", "01")]),
        ("postgresql", "'a\\'", [("string", "a\\")]),
        ("postgresql", "$$a;'b$$ $x$ $$ $x$", [("string", "a;'b"), ("string", " $$ ")]),
        (
            "postgresql",
            "1 1.5 .5 1e-3 0xFF 1_000",
            [("number", n) for n in ("1", "1.5", ".5", "1e-3", "0xFF", "1_000")],
        ),
        (
            "postgresql",
            "a::b->>'c'",
            [("word", "A"), ("symbol", "::"), ("word", "B"), ("symbol", "->>"), ("string", "c")],
        ),
        ("postgresql", "a -- b\nc", [("word", "A"), ("comment", "b"), ("word", "C")]),
        ("postgresql", "a /* /* b */ */ c", [("word", "A"), ("word", "C")]),
        ("postgresql", "`a`", [("symbol", "`"), ("word", "A"), ("symbol", "`")]),
        ("sqlite", "a /* /* b */ c", [("word", "A"), ("word", "C")]),
        ("sqlite", "[a b] `c` \"d\" 'e'", [("name", "a b"), ("name", "c"), ("name", "d"), ("string", "e")]),
        ("mysql", "`a``b` \"c\" 'd\\'e' # f", [("name", "a`b"), ("string", "c"), ("string", "d'e")]),
        ("mysql", "/*!40101 a */ /* b */ /*M!100100 c */", [("word", "A"), ("word", "C")]),
        ("mysql", "$$", [("symbol", "$"), ("symbol", "$")]),
        ("postgresql", "'a\r\nb'", [("string", "a\nb")]),
    ],
)
def test_tokens(dialect: SqlDialect, text: str, expected: list[tuple[str, str]]) -> None:
    assert tokens(text, dialect) == expected


@pytest.mark.parametrize(
    ("dialect", "text"),
    [
        ("postgresql", "'a"),
        ("postgresql", "'a''"),
        ("postgresql", '"a'),
        ("postgresql", "/* a"),
        ("postgresql", "/* /* a */"),
        ("postgresql", "$$ a $"),
        ("postgresql", "$a$ b $c$"),
        ("sqlite", "[a"),
        ("sqlite", "`a"),
        ("mysql", "'a\\'"),
        ("mysql", '"a'),
    ],
)
def test_what_never_ends_reaches_to_the_end(dialect: SqlDialect, text: str) -> None:
    assert [kind for kind, _ in tokens(f"x {text}; y", dialect)] == ["word", "open"]
