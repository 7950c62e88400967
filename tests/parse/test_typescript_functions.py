import pytest

from datamodel_check.model.module import Function, Parameter
from datamodel_check.model.printing import text
from tests.parse.vocabulary import clean, function, statements


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("() => {}", "() => { }"),
        ("a => a", "(a) => a"),
        ("(a, b,) => a", "(a, b) => a"),
        ("() => ({})", "() => ({})"),
        ("() => { return a }", "() => a"),
        ("() => { a(); return }", "() => { a(); return; }"),
        ("async a => await a", "async (a) => await a"),
        ("function () {}", "() => { }"),
        ("function a() {}", "function a() => { }"),
        ("async function* () {}", "async generator () => { }"),
        ("(a: b, c?: d): e => a", "(a: b, optional c: d): e => a"),
        ("<const T,>(a: T) => a", "(a: T) => a"),
        ("(a = 1, b: c = 2) => a", "(a = 1, b: c = 2) => a"),
        ("(...a: b[]) => a", "(...a: Array[b]) => a"),
        ("function (this: a, b) {}", "(b) => { }"),
        ("(a, { b }) => b", "(a, #1) => { let b = #1.b; return b; }"),
        ("({ a }: b = {}) => a", "(#0: b = {}) => { let a = #0.a; return a; }"),
        ("(...[a, b]) => a", "(...#0) => { let a = #0[0]; let b = #0[1]; return a; }"),
        ("([{ a = 1 }]) => {}", "(#0) => { let a = #0[0].a default 1; }"),
    ],
)
def test_functions(source: str, expected: str) -> None:
    assert text(function(source)) == expected


def test_declarations_are_bindings() -> None:
    assert statements("async function a(b) { return b }") == ["function a = async function a(b) => b;"]


def test_parameters_have_places_and_decorators() -> None:
    (binding,) = clean("class A { constructor(@b() private readonly c: d) {} }").statements
    assert text(binding) == ("class A = class A { function constructor(@b() private readonly c: d) => { } };")


def test_bodies_are_converted_when_asked_for() -> None:
    asked: list[int] = []

    def body() -> tuple[()]:
        asked.append(1)
        return ()

    lazy = Function("a", (Parameter("b", function("a => a").span),), body, function("a => a").span)
    assert asked == []
    assert lazy.body == lazy.body == ()
    assert asked == [1]


def test_bodies_of_a_module_that_is_gone() -> None:
    inner = function("() => { return { a: b } }")
    assert text(inner) == "() => ({ a: b })"
