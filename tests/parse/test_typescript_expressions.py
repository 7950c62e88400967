import pytest

from datamodel_check.model.location import Span
from datamodel_check.model.module import Call, Member
from datamodel_check.model.printing import text
from tests.parse.vocabulary import clean, expression, function, shape, statements

A, B, C = ("Name", "a"), ("Name", "b"), ("Name", "c")
ONE, TWO = ("Literal", 1), ("Literal", 2)


@pytest.mark.parametrize(
    "source",
    ["a", "(a)", "((a))", "a!", "a as b", "a as const", "a satisfies b", "<b>a", "(a as any)! as b", "/* b */ (a)"],
)
def test_what_has_no_meaning_at_run_time_is_gone(source: str) -> None:
    assert shape(expression(source)) == A


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a.b", ("Member", A, "b")),
        ("a?.b", ("Member", A, "b")),
        ("a.#b", ("Member", A, "#b")),
        ("a!.b", ("Member", A, "b")),
        ("a[1]", ("Subscript", A, (ONE,))),
        ("a?.[b]", ("Subscript", A, (B,))),
        ("a()", ("Call", A)),
        ("a?.(b)", ("Call", A, (B,))),
        ("a(b, ...c,)", ("Call", A, (B, ("Spread", C)))),
        ("a<b>(c)", ("Call", A, (C,), (B,))),
        ("new a", ("Call", A, (), (), True)),
        ("new a<b>(c)", ("Call", A, (C,), (B,), True)),
        ("new a.b(c)", ("Call", ("Member", A, "b"), (C,), (), True)),
        ("a<b>", ("Subscript", A, (B,))),
        ("import('a')", ("Call", ("Name", "import"), (("Literal", "a"),))),
        ("super.a", ("Member", ("Name", "super"), "a")),
        ("a(/* b */ c // d\n)", ("Call", A, (C,))),
    ],
)
def test_chains(source: str, expected: object) -> None:
    assert shape(expression(source)) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[]", ("List", ())),
        ("[a, ...b,]", ("List", (A, ("Spread", B)))),
        ("[a, , b]", ("List", (A, ("Name", "undefined"), B))),
        ("{}", ("Object", ())),
        ("{ a }", ("Object", (("Property", "a", A),))),
        ("{ a: b, }", ("Object", (("Property", "a", B),))),
        ("{ 'a-b': 1, 2: 1, 0x10: 1 }", ("Object", tuple(("Property", key, ONE) for key in ("a-b", "2", "16")))),
        ("{ ['a']: 1, [`b`]: 1, [c]: 1 }", ("Object", tuple(("Property", key, ONE) for key in ("a", "b", C)))),
        ("{ ...a }", ("Object", (("Spread", A),))),
        ("{ set a(b) {} }", ("Object", ())),
    ],
)
def test_arrays_and_objects(source: str, expected: object) -> None:
    assert shape(expression(source)) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{ a() { return 1 } }", "{ a: function a() => 1 }"),
        ("{ async a() {} }", "{ a: async function a() => { } }"),
        ("{ *a() {} }", "{ a: generator function a() => { } }"),
        ("{ get a() { return b } }", "{ get a: get function a() => b }"),
        ("{ [a]() {} }", "{ [a]: function [a]() => { } }"),
    ],
)
def test_methods_of_objects(source: str, expected: str) -> None:
    assert text(expression(source)) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a + b", ("Operator", "+", (A, B))),
        ("a + b + c", ("Operator", "+", (("Operator", "+", (A, B)), C))),
        ("a + (b + c)", ("Operator", "+", (A, ("Operator", "+", (B, C))))),
        ("a ?? b", ("Operator", "??", (A, B))),
        ("a instanceof b", ("Operator", "instanceof", (A, B))),
        ("#a in b", ("Operator", "in", (("Name", "#a"), B))),
        ("!a", ("Operator", "!", (A,))),
        ("-a", ("Operator", "-", (A,))),
        ("- 1", ("Literal", -1)),
        ("-0", ("Operator", "-", (("Literal", 0),))),
        ("-true", ("Operator", "-", (("Literal", True),))),
        ("typeof a", ("Operator", "typeof", (A,))),
        ("void 1", ("Operator", "void", (ONE,))),
        ("delete a.b", ("Operator", "delete", (("Member", A, "b"),))),
        ("await a", ("Operator", "await", (A,))),
        ("++a", ("Operator", "++", (A,))),
        ("a--", ("Operator", "postfix --", (A,))),
        ("(a, b, c)", ("Operator", ",", (A, B, C))),
        ("a = b", ("Operator", "=", (A, B))),
        ("a += b", ("Operator", "+=", (A, B))),
        ("a ??= b", ("Operator", "??=", (A, B))),
        ("a ? b : c", ("Conditional", A, B, C)),
        ("a ? 1 : b ? 2 : c", ("Conditional", A, ONE, ("Conditional", B, TWO, C))),
    ],
)
def test_operators(source: str, expected: object) -> None:
    assert shape(expression(source)) == expected


def test_what_the_model_does_not_hold_keeps_its_tokens() -> None:
    body = function('function* () { yield  f(/* x */ "a",\n) }').body
    assert [text(statement) for statement in body] == ["yield f ( 'a' );"]


def test_long_chains_are_whole() -> None:
    source = "a" + ".b().c()" * 500
    assert statements(f"x = {source}") == [f"x = {source};"]


def test_spans_are_bytes_and_lines_count_from_one() -> None:
    call = expression("\n  ä\n  .b()")
    assert isinstance(call, Call)
    assert isinstance(call.callee, Member)
    assert call.span == Span(8, 17, 2)
    assert call.callee.object.span == Span(8, 10, 2)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_layout_and_comments_say_nothing(newline: str) -> None:
    laid_out = newline.join(("x = f(", "  // comment", "  'a', /* b */ {", "    c: [1,],", "  },", ")"))
    assert statements(laid_out) == statements("x=f(\"a\",{'c':[1.0]})")


def test_a_byte_order_mark_counts_but_says_nothing() -> None:
    (statement,) = clean("\ufeffa()").statements
    assert statement.span == Span(3, 6, 1)


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("await f<T>(a)", "await f(a)"),
        ("await a.b.create<T>(c).d()", "await a.b.create(c).d()"),
        ("(await f<T>(a)).b()", "(await f(a)).b()"),
        ("((await f<T>(a)).b<T>(c)).d", "((await f(a)).b(c)).d"),
        ("!f<T>(a)", "!f(a)"),
        ("!await f<T>(a)", "!await f(a)"),
        ("typeof f<T>(a).b", "typeof f(a).b"),
        ("a + f<T>(b)", "a + f(b)"),
        ("a + b + f<T>(c).d()", "a + b + f(c).d()"),
        ("(a + f<T>(b)).c()", "(a + f(b)).c()"),
        ("-f<T>(a)", "-f(a)"),
        ("(await f)<T>(a)", "(await f)(a)"),
        ("(await a).b<T>(c)", "(await a).b(c)"),
        ("await (await f<T>(a)).g<T>(b)", "await (await f(a)).g(b)"),
    ],
)
def test_types_of_a_call_bind_as_tightly_as_its_arguments(source: str, plain: str) -> None:
    """The grammar takes `await f` for the callee of `await f<T>(a)`."""
    assert text(expression(source)).replace("<T>", "") == text(expression(plain))
