"""Expressions of Python as the model has them."""

import pytest

from datamodel_check.model.module import Binding
from datamodel_check.model.printing import text
from tests.parse.vocabulary import clean, expression, shape


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("'a' \"b\" r'\\n' '''c'''", "'ab\\\\nc'"),
        ("'\\x41\\u0042\\N{LATIN SMALL LETTER C}\\101\\\n\\q'", "'ABcA\\\\q'"),
        ("1_000", "1000"),
        ("0xff", "255"),
        ("-1", "-1"),
        ("1.5", "1.5"),
        ("None", "null"),
        ("True", "true"),
        ("f'a{b}c{{d}}'", "`a${b}c{d}`"),
        ("f'{a!r:>3}'", "`${'{!r:>3}'.format(a)}`"),
        ("f'{a=}'", "`a=${'{!r}'.format(a)}`"),
        ("'a' f'{b}' 'c'", "`a${b}c`"),
        ("f'a'", "'a'"),
        ("(a)", "a"),
        ("(a,)", "[a]"),
        ("{a, *b}", "[a, ...b]"),
        ("{'a': 1, b: 2, **c}", "{ a: 1, [b]: 2, ...c }"),
        ("f(a, *b, c=1, **d)", "f(a, ...b, c=1, **=d)"),
        ("a.b[c, 1:2]", "a.b[c, slice(1, 2, null)]"),
        ("a < b <= c", "a < b and b <= c"),
        ("not a is not b", "not (a is not b)"),
        ("a and b or c", "a and b or c"),
        ("a if b else c", "b ? a : c"),
        ("(a := 1)", "a = 1"),
        ("await a", "await a"),
        ("lambda a, *b: a", "(a, ...b) => a"),
        ("b'a'", "b'a'"),
    ],
)
def test_expressions(source: str, expected: str) -> None:
    assert text(expression(source, "a.py")) == expected


@pytest.mark.parametrize(
    ("source", "filled"),
    [
        ("[a(b) for b in c if d]", "loop (c) { var b = of c; if (d) { #result.append(a(b)); } }"),
        ("{a: 1 for a in b}", "loop (b) { var a = of b; #result[a] = 1; }"),
        ("f(a for a in b)", "loop (b) { var a = of b; #result.append(a); }"),
    ],
)
def test_comprehensions_are_functions_that_fill(source: str, filled: str) -> None:
    assert filled in text(expression(source, "a.py"))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("int", "int"),
        ("'int'", "int"),
        ("Mapped['User | None']", "Mapped[User | null]"),
        ("Literal['a', 'b']", "Literal['a', 'b']"),
        ("Annotated['int', 'x']", "Annotated[int, 'x']"),
        ("typing.Optional['a.B']", "typing.Optional[a.B]"),
        ("int | None | str", "int | null | str"),
        ("Callable[['A'], B]", "Callable[[A], B]"),
        ("'not a type!'", "'not a type!'"),
    ],
)
def test_annotations(source: str, expected: str) -> None:
    (binding,) = clean(f"x: {source}", "a.py").statements
    assert isinstance(binding, Binding)
    assert binding.annotation is not None
    assert text(binding.annotation) == expected


def test_keywords_are_told_from_arguments() -> None:
    assert shape(expression("f(1, a=2)", "a.py")) == (
        "Call",
        ("Name", "f"),
        (("Literal", 1), ("Keyword", "a", ("Literal", 2))),
    )
