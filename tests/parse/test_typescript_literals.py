import math

import pytest

from tests.parse.vocabulary import clean, expression, shape


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("''", ""),
        ("'a'", "a"),
        ('"a"', "a"),
        ("`a`", "a"),
        (r"'it\'s'", "it's"),
        ('"it\'s"', "it's"),
        (r"'\n\r\t\b\f\v\0\\'", "\n\r\t\b\f\v\0\\"),
        (r"'\x41\u0042\u{43}\u{1F600}'", "ABC😀"),
        (r"'\uD83D\uDE00'", "😀"),
        (r"'\uD83D'", "\ufffd"),
        (r"'\u{110000}'", "\ufffd"),
        (r"'\q\$'", "q$"),
        (r"'\101'", "A"),
        ("'a\\\nb\\\r\nc'", "abc"),
        ("`a\nb\r\nc`", "a\nb\nc"),
        (r"`\`\${}`", "`${}"),
        ("'ä😀'", "ä😀"),
        ("'/* no */ // comment'", "/* no */ // comment"),
    ],
)
def test_strings(source: str, value: str) -> None:
    assert shape(expression(source)) == ("Literal", value)


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("0", 0),
        ("1", 1),
        ("-1", -1),
        ("1.0", 1),
        ("1.5", 1.5),
        (".5", 0.5),
        ("5.", 5),
        ("1e3", 1000),
        ("1E-3", 0.001),
        ("1_000_000", 1_000_000),
        ("0x1F", 31),
        ("0XfF", 255),
        ("0o17", 15),
        ("0b101", 5),
        ("017", 15),
        ("089", 89),
        ("9007199254740991", 2**53 - 1),
        ("9007199254740993", 9007199254740992.0),
        ("1e21", 1e21),
        ("1e400", math.inf),
        ("0x" + "f" * 300, math.inf),
    ],
)
def test_numbers(source: str, value: float) -> None:
    literal = shape(expression(source))
    assert literal == ("Literal", value)
    assert type(literal[1]) is (float if abs(value) >= 2**53 else type(value))


@pytest.mark.parametrize(("source", "value"), [("10n", 10), ("-10n", -10), ("0x1Fn", 31), ("1_0n", 10)])
def test_bigints(source: str, value: int) -> None:
    assert shape(expression(source)) == ("Literal", value, True)


def test_numbers_that_are_too_long_to_hold() -> None:
    digits = "9" * 5000
    assert shape(expression(digits)) == ("Opaque", "number", digits)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("true", ("Literal", True)),
        ("false", ("Literal", False)),
        ("null", ("Literal", None)),
        ("undefined", ("Name", "undefined")),
        ("this", ("Name", "this")),
        ("a", ("Name", "a")),
        ("$ä_1", ("Name", "$ä_1")),
        ("/a[/]b/gi", ("Opaque", "regex", "/a[/]b/gi")),
        ("import.meta", ("Opaque", "meta_property", "import.meta")),
    ],
)
def test_names_and_constants(source: str, expected: object) -> None:
    assert shape(expression(source)) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("`${a}`", ("Template", ("", ("Name", "a"), ""))),
        ("`a${b}c`", ("Template", ("a", ("Name", "b"), "c"))),
        (r"`${a}\n${b}`", ("Template", ("", ("Name", "a"), "\n", ("Name", "b"), ""))),
        ("`a${`b${c}`}`", ("Template", ("a", ("Template", ("b", ("Name", "c"), "")), ""))),
        ("sql`a`", ("Template", ("a",), ("Name", "sql"))),
        ("sql<b>`a${c}`", ("Template", ("a", ("Name", "c"), ""), ("Name", "sql"))),
        ("a.b`c`", ("Template", ("c",), ("Member", ("Name", "a"), "b"))),
    ],
)
def test_templates(source: str, expected: object) -> None:
    assert shape(expression(source)) == expected


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<a b='c'>{d /* e */}</a>", "< a b = 'c' > { d } </ a >"),
        ("<>x\n  y</>", "< > x y </ >"),
    ],
)
def test_jsx_is_opaque(source: str, text: str) -> None:
    (statement,) = clean(f"x = {source}", "a.tsx").statements
    assert shape(statement)[2][2] == text
