import pytest
from hypothesis import given
from hypothesis import strategies as st

from datamodel_check.model import module as m
from datamodel_check.model.location import Span
from datamodel_check.model.printing import quoted, text

S = Span(0, 0, 1)
A, B, C = (m.Name(name, S) for name in "abc")
ONE = m.Literal(1, S)


def _operator(symbol: str, *operands: m.Expression) -> m.Operator:
    return m.Operator(symbol, operands, S)


def _function(*body: m.Statement, name: str | None = None, modifiers: frozenset[str] = frozenset()) -> m.Function:
    return m.Function(name, (), body, S, modifiers=modifiers)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", "''"),
        ('it\'s "quoted"', "'it\\'s \"quoted\"'"),
        ("a\\b\n\t", "'a\\\\b\\n\\t'"),
        ("\0\x7f\u2028\ufeff", "'\\u0000\\u007f\\u2028\\ufeff'"),
        ("ä😀", "'ä😀'"),
        (None, "null"),
        (True, "true"),
        (0, "0"),
        (-1.5, "-1.5"),
        (1e21, "1e+21"),
        (float("inf"), "Infinity"),
    ],
)
def test_literals(value: str | float | None, expected: str) -> None:
    assert text(m.Literal(value, S)) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (m.Literal(10, S, bigint=True), "10n"),
        (m.Member(A, "b", S), "a.b"),
        (m.Member(ONE, "b", S), "(1).b"),
        (m.Member(m.Literal(-1, S), "b", S), "(-1).b"),
        (m.Subscript(A, (B, C), S), "a[b, c]"),
        (m.Call(A, (B, m.Spread(C, S)), S, (m.Name("T", S),)), "a<T>(b, ...c)"),
        (m.Call(A, (m.Keyword("k", B, S),), S), "a(k=b)"),
        (m.Call(A, (), S, new=True), "new a()"),
        (m.Member(m.Call(A, (), S, new=True), "b", S), "(new a()).b"),
        (m.Call(m.Call(A, (), S), (), S, new=True), "new a()()"),
        (m.Template(("a`${", B, "\n"), S), "`a\\`\\${${b}\\n`"),
        (m.Template(("a",), S, m.Name("sql", S)), "sql`a`"),
        (m.List((A, m.Spread(B, S)), S), "[a, ...b]"),
        (m.Object((), S), "{}"),
        (
            m.Object((m.Property("a", B, S), m.Property("a-b", B, S), m.Property(A, B, S), m.Spread(C, S)), S),
            "{ a: b, 'a-b': b, [a]: b, ...c }",
        ),
        (m.Conditional(A, B, m.Conditional(A, B, C, S), S), "a ? b : a ? b : c"),
        (m.Conditional(m.Conditional(A, B, C, S), B, C, S), "(a ? b : c) ? b : c"),
        (m.Opaque("regex", "/a/g", S), "/a/g"),
        (m.Member(m.Opaque("regex", "/a/g", S), "test", S), "(/a/g).test"),
    ],
)
def test_expressions(expression: m.Expression, expected: str) -> None:
    assert text(expression) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (_operator("+", _operator("+", A, B), C), "a + b + c"),
        (_operator("+", A, _operator("+", B, C)), "a + (b + c)"),
        (_operator("+", _operator("*", A, B), C), "a * b + c"),
        (_operator("*", _operator("+", A, B), C), "(a + b) * c"),
        (_operator("-", A, _operator("-", B, C)), "a - (b - c)"),
        (_operator("<", _operator("<", A, B), C), "(a < b) < c"),
        (_operator("<", A, B, C), "a < b < c"),
        (_operator("??", _operator("||", A, B), C), "(a || b) ?? c"),
        (_operator("&&", A, _operator("??", B, C)), "a && (b ?? c)"),
        (_operator("**", _operator("-", A), B), "(-a) ** b"),
        (_operator("**", _operator("**", A, B), C), "(a ** b) ** c"),
        (_operator("-", _operator("-", A)), "-(-a)"),
        (_operator("-", m.Literal(-1, S)), "-(-1)"),
        (_operator("!", _operator("!", A)), "!!a"),
        (_operator("not", _operator("in", A, B)), "not (a in b)"),
        (_operator("typeof", A), "typeof a"),
        (_operator("postfix ++", A), "a++"),
        (_operator("=", A, _operator("=", B, C)), "a = (b = c)"),
        (_operator(",", A, B), "a, b"),
        (m.Call(A, (_operator(",", A, B),), S), "a((a, b))"),
        (m.Member(_operator("await", A), "b", S), "(await a).b"),
        (m.Call(_function(m.Return(A, S)), (), S), "(() => a)()"),
        (_operator("|", A, B, C), "a | b | c"),
    ],
)
def test_parentheses_stand_where_they_matter(expression: m.Expression, expected: str) -> None:
    assert text(expression) == expected


@pytest.mark.parametrize(
    ("function", "expected"),
    [
        (_function(), "() => { }"),
        (_function(m.Return(A, S)), "() => a"),
        (_function(m.Return(None, S)), "() => { return; }"),
        (_function(m.Return(m.Object((), S), S)), "() => ({})"),
        (_function(m.Evaluate(A, S), m.Return(B, S)), "() => { a; return b; }"),
        (_function(name="f", modifiers=frozenset({"static", "async"})), "async static function f() => { }"),
        (
            m.Function(
                None,
                (
                    m.Parameter("a", S, B, ONE, decorators=(C,), modifiers=frozenset({"private"})),
                    m.Parameter("d", S, rest=True),
                ),
                (),
                S,
                returns=C,
            ),
            "(@c private a: b = 1, ...d): c => { }",
        ),
    ],
)
def test_functions(function: m.Function, expected: str) -> None:
    assert text(function) == expected


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (m.Binding("a", B, S, "const", C), "const a: c = b;"),
        (m.Binding("a", None, S, "let"), "let a;"),
        (m.TypeDeclaration("A", "interface", m.Object((), S), S, (B,), ("T",)), "interface A<T> extends b = {};"),
        (m.Assignment(A, B, S), "a = b;"),
        (m.Return(None, S), "return;"),
        (m.If(A, (m.Evaluate(B, S),), (), S), "if (a) { b; }"),
        (m.If(A, (), (m.Evaluate(B, S),), S), "if (a) { } else { b; }"),
        (m.Block("with", (A, B), (m.Evaluate(C, S),), S), "with (a, b) { c; }"),
    ],
)
def test_statements(statement: m.Statement, expected: str) -> None:
    assert text(statement) == expected


def test_classes() -> None:
    declaration = m.Class(
        "A",
        (B,),
        (m.Field("x", A, ONE, S, (C,), frozenset({"static"})), _function(name="f"), m.Class("D", (), (), S)),
        S,
        decorators=(C,),
        keywords=(m.Keyword("k", C, S),),
        type_parameters=("T", "U"),
    )
    assert (
        text(declaration) == "@c class A<T, U> extends b, k=c { @c static x: a = 1; function f() => { } class D { } }"
    )


def test_depth_is_no_matter() -> None:
    left: m.Expression = A
    right: m.Expression = A
    for _ in range(50_000):
        left = m.Member(left, "b", S)
        right = m.List((right,), S)
    assert text(left) == "a" + ".b" * 50_000
    assert text(right) == "[" * 50_000 + "a" + "]" * 50_000


@given(st.text(), st.text())
def test_different_strings_are_printed_differently(one: str, other: str) -> None:
    assert (quoted(one) == quoted(other)) == (one == other)


@given(st.text())
def test_strings_are_printed_on_one_line(value: str) -> None:
    assert len(quoted(value).splitlines()) == 1
