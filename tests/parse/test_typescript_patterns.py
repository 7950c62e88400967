import pytest

from tests.parse.vocabulary import clean, shape, statements


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("{}", []),
        ("{ a }", ["a = x.a"]),
        ("{ a: b }", ["b = x.a"]),
        ("{ 'a-b': c, 1: d }", ["c = x.a-b", "d = x.1"]),
        ("{ [k]: a, ['l']: b }", ["a = x[k]", "b = x.l"]),
        ("{ a = 1 }", ["a = x.a default 1"]),
        ("{ a: b = 1 }", ["b = x.a default 1"]),
        ("{ a: { b, c: [d] } }", ["b = x.a.b", "d = x.a.c[0]"]),
        ("{ a: { b = 1 } = {} }", ["b = (x.a default {}).b default 1"]),
        ("{ a, 'b': c, [k]: d, ...e }", ["a = x.a", "c = x.b", "d = x[k]", "e = x rest 'a' rest 'b' rest k"]),
        ("[]", []),
        ("[a, , b]", ["a = x[0]", "b = x[2]"]),
        ("[a = 1]", ["a = x[0] default 1"]),
        ("[, [a]]", ["a = x[1][0]"]),
        ("[a, ...b]", ["a = x[0]", "b = x.slice(1)"]),
        ("[...[a, b]]", ["a = x.slice(0)[0]", "b = x.slice(0)[1]"]),
        ("{ /* c */ a /* d */ }", ["a = x.a"]),
    ],
)
def test_destructuring(pattern: str, expected: list[str]) -> None:
    assert statements(f"const {pattern} = x") == [f"const {binding};" for binding in expected]


def test_names_have_places_of_their_own() -> None:
    bindings = clean("const {\n  a,\n  b: c,\n} = x").statements
    assert [(b.span.start, b.span.end, b.span.line) for b in bindings] == [(10, 11, 2), (18, 19, 3)]


def test_the_kind_is_kept() -> None:
    assert statements("let [a] = x; var { b } = x") == ["let a = x[0];", "var b = x.b;"]


def test_assignments_keep_the_pattern_as_a_value() -> None:
    assert shape(clean("({ a, b: c, d = 1, ...e } = x)").statements[0])[1] == (
        "Object",
        (
            ("Property", "a", ("Name", "a")),
            ("Property", "b", ("Name", "c")),
            ("Property", "d", ("Operator", "default", (("Name", "d"), ("Literal", 1)))),
            ("Spread", ("Name", "e")),
        ),
    )
    assert statements("[a, b] = [b, a]") == ["[a, b] = [b, a];"]
