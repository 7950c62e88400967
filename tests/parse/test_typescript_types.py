import pytest

from datamodel_check.model.printing import text
from tests.parse.vocabulary import shape, statements, type_

A, B, C = ("Name", "A"), ("Name", "B"), ("Name", "C")
UNDEFINED = ("Name", "undefined")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("A", A),
        ("string", ("Name", "string")),
        ("unique symbol", ("Name", "unique symbol")),
        ("this", ("Name", "this")),
        ("(A)", A),
        ("'a'", ("Literal", "a")),
        ("-1", ("Literal", -1)),
        ("true", ("Literal", True)),
        ("null", ("Literal", None)),
        ("undefined", UNDEFINED),
        ("A.B", ("Member", A, "B")),
        ("A.B.C", ("Member", ("Member", A, "B"), "C")),
        ("A<B>", ("Subscript", A, (B,))),
        ("A.B<C>", ("Subscript", ("Member", A, "B"), (C,))),
        ("A[]", ("Subscript", ("Name", "Array"), (A,))),
        ("readonly A[]", ("Operator", "readonly", (("Subscript", ("Name", "Array"), (A,)),))),
        ("A['b']", ("Subscript", A, (("Literal", "b"),))),
        ("A | B | C", ("Operator", "|", (A, B, C))),
        ("| A", A),
        ("| A | B", ("Operator", "|", (A, B))),
        ("A & B", ("Operator", "&", (A, B))),
        ("A | B & C", ("Operator", "|", (A, ("Operator", "&", (B, C))))),
        ("(A | B)[]", ("Subscript", ("Name", "Array"), (("Operator", "|", (A, B)),))),
        ("[A, ...B]", ("List", (A, ("Spread", B)))),
        ("[A, B?]", ("List", (A, ("Operator", "|", (B, UNDEFINED))))),
        ("[...a: A]", ("List", (("Spread", A),))),
        ("[a: A, b?: B]", ("List", (A, ("Operator", "|", (B, UNDEFINED))))),
        ("keyof A", ("Operator", "keyof", (A,))),
        ("typeof a.b", ("Operator", "typeof", (("Member", ("Name", "a"), "b"),))),
        ("(typeof a)[number]", ("Subscript", ("Operator", "typeof", (("Name", "a"),)), (("Name", "number"),))),
        ("`a${B}`", ("Template", ("a", B, ""))),
        ("A extends B ? C : D", ("Conditional", ("Operator", "extends", (A, B)), C, ("Name", "D"))),
        ("import('a').B", ("Member", ("Call", ("Name", "import"), (("Literal", "a"),)), "B")),
        ("import('a').B<C>", ("Subscript", ("Member", ("Call", ("Name", "import"), (("Literal", "a"),)), "B"), (C,))),
        ("{}", ("Object", ())),
        ("{ a: A; 'b-c': B }", ("Object", (("Property", "a", A), ("Property", "b-c", B)))),
        ("{ a?: A }", ("Object", (("Property", "a", ("Operator", "|", (A, UNDEFINED))),))),
        ("{ a }", ("Object", (("Property", "a", ("Name", "any")),))),
        ("{ [k: string]: A }", ("Object", (("Property", ("Name", "string"), A),))),
        ("{ get a(): A }", ("Object", (("Property", "a", A),))),
        ("{ [K in keyof A]: B }", ("Object", (("Spread", ("Opaque", "index_signature", "[ K in keyof A ] : B")),))),
        ("infer A", ("Opaque", "infer_type", "infer A")),
    ],
)
def test_types(source: str, expected: object) -> None:
    assert shape(type_(source)) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("(a: A, b?: B) => C", "(a: A, optional b: B): C => { }"),
        ("new (...a: A[]) => B", "(...a: Array[A]): B => { }"),
        ("(a) => a is A", "(a): a is A => { }"),
        (
            "{ a(b: B): C; d?(): void }",
            "{ a: function a(b: B): C => { }, d: (optional function d(): void => { }) | undefined }",
        ),
        ("{ (a: A): B; new (a: A): C }", "{ ...( a : A ) : B, ...new ( a : A ) : C }"),
    ],
)
def test_functions(source: str, expected: str) -> None:
    assert text(type_(source)) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("type A = B", "type A = B;"),
        ("type A<T, U extends V = W> = B", "type A<T, U> = B;"),
        ("type A<in out T, out U> = B", "type A<T, U> = B;"),
        ("declare type A = B", "type A = B;"),
        ("interface A {}", "interface A = {};"),
        ("interface A<T> { b: C, d?: E }", "interface A<T> = { b: C, d: E | undefined };"),
        ("interface A extends B<C>, D.E {}", "interface A extends B[C], D.E = {};"),
    ],
)
def test_declarations(source: str, expected: str) -> None:
    assert statements(source) == [expected]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("const a: B<C> = d", "const a: B[C] = d;"),
        ("let a!: B", "let a: B;"),
        ("declare const a: B", "const a: B;"),
        ("declare let a: B, c: D", "let a: B; let c: D;"),
    ],
)
def test_annotations(source: str, expected: str) -> None:
    assert " ".join(statements(source)) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("namespace A {}", []),
        ("namespace A { export type B = C }", []),
        ("namespace A { const b = 1; export const c = 2 }", ["const A = { c: 2 };"]),
        ("namespace A { export function b() {} }", ["const A = { b: function b() => { } };"]),
        ("namespace A.B { export const c = 1 }", ["const A = { B: { c: 1 } };"]),
        ("namespace A { export namespace B { export let c } }", ["const A = { B: { c: undefined } };"]),
        ("declare namespace A { export const b: C }", ["const A = { b: undefined };"]),
        ("declare module 'a' { export const b: C }", []),
        ("declare module 'a'", []),
        ("declare global { const a: B }", []),
    ],
)
def test_namespaces(source: str, expected: list[str]) -> None:
    assert statements(source) == expected
