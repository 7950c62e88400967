import pytest

from datamodel_check.model.printing import text
from tests.parse.vocabulary import function, shape, statements


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", ""),
        ("; debugger; // comment", ""),
        ("a()", "a();"),
        ("const a = 1, b = 2", "const a = 1; const b = 2;"),
        ("let a; var b", "let a; var b;"),
        ("using a = b", "const a = b;"),
        ("await using a = b", "const a = b;"),
        ("a = b", "a = b;"),
        ("a.b = c", "a.b = c;"),
        ("a += b", "a = a + b;"),
        ("a ??= b", "a = a ?? b;"),
        ("a++", "a++;"),
        ("throw new A()", "throw new A();"),
        ("{ a; b }", "block () { a; b; }"),
        ("a: { break a }", "block () { break a; }"),
        ("if (a) b", "if (a) { b; }"),
        ("if (a) { b } else c", "if (a) { b; } else { c; }"),
        ("if (a) b; else if (c) d; else e", "if (a) { b; } else { if (c) { d; } else { e; } }"),
        ("if (a) {} else if (b) {}", "if (a) { } else { if (b) { } }"),
        ("while (a) b", "loop (a) { b; }"),
        ("do { a; continue } while (b)", "loop (b) { a; continue; }"),
        ("for (let a = 0, b = 1; a < b; a++) c", "loop (a < b, a++) { let a = 0; let b = 1; c; }"),
        ("for (a = 0; ; ) { break }", "loop () { a = 0; break; }"),
        ("for (;;) ;", "loop () { }"),
        ("for (const a of b) c(a)", "loop (b) { const a = of b; c(a); }"),
        ("for (const [a, { b }] of c) {}", "loop (c) { const a = (of c)[0]; const b = (of c)[1].b; }"),
        ("for (let a in b) {}", "loop (b) { let a = in b; }"),
        ("for (a of b) {}", "loop (b) { a = of b; }"),
        ("for await (const a of b) {}", "loop (b) { const a = of b; }"),
        ("try { a } catch { b } finally { c }", "try () { a; } try (catch) { b; } try (finally) { c; }"),
        ("try { a } catch (e) { b(e) }", "try () { a; } try (catch) { let e = catch; b(e); }"),
        ("with (a) b", "with (a) { b; }"),
    ],
)
def test_statements(source: str, expected: str) -> None:
    assert " ".join(statements(source)) == expected


@pytest.mark.parametrize(
    ("clauses", "expected"),
    [
        ("", ""),
        ("case 1:", ""),
        ("default: a", "a;"),
        ("case 1: a", "if (x === 1) { a; }"),
        ("case 1: a; break; case 2: b", "if (x === 1) { a; } else { if (x === 2) { b; } }"),
        ("case 1: case 2: a", "if (x === 1 || x === 2) { a; }"),
        ("case 1: a; break; default: b", "if (x === 1) { a; } else { b; }"),
        ("default: b; break; case 1: a; break", "if (x === 1) { a; } else { b; }"),
        ("case 1: case 2: default: a", "a;"),
        ("case 1: { a; break } case 2: { b; break }", "if (x === 1) { a; } else { if (x === 2) { b; } }"),
        ("case 1: throw a; case 2: b", "if (x === 1) { throw a; } else { if (x === 2) { b; } }"),
        ("case 1: a; case 2: b", "block (x, 1, 2) { a; b; }"),
        ("case 1: if (a) break; b; break; case 2: c", "block (x, 1, 2) { if (a) { break; } b; break; c; }"),
        (
            "case 1: for (;;) break; break; case 2: b",
            "if (x === 1) { loop () { break; } } else { if (x === 2) { b; } }",
        ),
    ],
)
def test_switches(clauses: str, expected: str) -> None:
    assert " ".join(statements(f"switch (x) {{ {clauses} }}")) == expected


def test_returns() -> None:
    source = "() => { switch (a) { case 1: return b; default: return c } }"
    assert text(function(source)) == "() => { if (a === 1) { return b; } else { return c; } }"


def test_assignments_in_functions_say_what_is_assigned() -> None:
    (statement,) = function("() => { a.b = c }").body
    assert shape(statement) == ("Assignment", ("Member", ("Name", "a"), "b"), ("Name", "c"))


def test_commonjs_is_of_the_top_level_only() -> None:
    assert text(function("() => { module.exports = a }")) == "() => { module.exports = a; }"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a\nb", ["a;", "b;"]),
        ("const a = 1\n;[b].c()", ["const a = 1;", "[b].c();"]),
        ("#!/usr/bin/env node\na", ["a;"]),
        ("type = 1; declare = 2; of = 3", ["type = 1;", "declare = 2;", "of = 3;"]),
    ],
)
def test_where_statements_end(source: str, expected: list[str]) -> None:
    assert statements(source) == expected
