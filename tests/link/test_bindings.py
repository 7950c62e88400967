"""Top-level names: evaluated once, with what happens to them after their declaration."""

import pytest

from datamodel_check.model.values import ObjectValue, Unresolved
from tests.link.vocabulary import evaluates, linked, text, unresolved, value


def test_a_binding_is_always_the_same_object() -> None:
    found = value({"a.ts": "import { y } from './b'; export const x = [y, y]", "b.ts": "export const y = { a: 1 }"})
    first, second = found.items  # type: ignore[union-attr]
    assert isinstance(first, ObjectValue)
    assert first is second


def test_names_may_be_used_before_their_declaration() -> None:
    evaluates("const x = () => y; const z = x(); const y = 1", "1", "a.ts#z")


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        ("const y = [1]; y.push(2, 3); const x = y", "[1, 2, 3]"),
        ("const y = [1]; const x = [...y]; y.push(2)", "[1]"),
        ("const y = [1]; y.unshift(0); y.reverse(); const x = y", "[1, 0]"),
        ("const y: any = {}; y.a = 1; y['b'] = 2; const x = y", "{ a: 1, b: 2 }"),
        ("const y: any = { a: 1 }; delete y.a; const x = y", "{}"),
        ("const y = { a: 1 }; Object.assign(y, { b: 2 }); const x = y", "{ a: 1, b: 2 }"),
        ("const y: number[] = []; for (const n of [1, 2]) y.push(n * 2); const x = y", "[2, 4]"),
        ("const y: any = {}; ['a', 'b'].forEach((k) => { y[k] = k }); const x = y", "{ a: 'a', b: 'b' }"),
        ("const y: any = {}; if (1 < 2) { y.a = 1 } else { y.b = 1 }; const x = y", "{ a: 1 }"),
        ("const add = (o: any) => { o.a = 1 }; const y: any = {}; add(y); const x = y", "{ a: 1 }"),
        ("let y = 1; y = y + 1; y += 5; const x = y", "7"),
        ("let y = 1; const x = y; y = 2", "1"),
        ("let y; y = 3; const x = y", "3"),
        ("let y = 1; y++; const x = y", "2"),
        ("let y = 'a'; export const x = y", "'a'"),
        ("const y = new Set(['a']); y.add('b'); const x = [...y]", "['a', 'b']"),
        ("const y = [1]; console.log(y); Object.freeze(y); const x = y", "[1]"),
    ],
)
def test_statements_after_the_declaration_are_run_in_order(statements: str, expected: str) -> None:
    evaluates(statements, expected)


@pytest.mark.parametrize(
    ("statements", "expected", "reason"),
    [
        ("let y = 1; function f() { y = 2 }; const x = y", "y", "it is assigned by a function"),
        ("const y = [1]; function f() { y.push(2) }; const x = y", "[1, ...y]", "it is changed by a function"),
        ("const y: any = {}; unknown(y); const x = y", "{ ...unknown(y) }", "it may be changed here"),
        (
            "const y = [1]; if (process.env.A) y.push(2); const x = y",
            "[1, ...process.env.A]",
            "it depends on process.env.A",
        ),
        (
            "let y = 1; if (process.env.A) y = 2; const x = y",
            "process.env.A",
            "it depends on process.env.A",
        ),
        ("const y: any = {}; while (f()) { y.a = 1 }; const x = y", None, "it is computed by a loop"),
    ],
)
def test_changes_that_cannot_be_followed_are_not_ignored(statements: str, expected: str | None, reason: str) -> None:
    if expected is None:
        with pytest.raises(AssertionError):
            evaluates(statements, "{}")
        return
    unresolved(statements, expected, reason)


def test_a_local_name_that_hides_a_binding_changes_nothing() -> None:
    evaluates("const y = [1]; function f(y: number[]) { y.push(2) }; const x = y", "[1]")
    evaluates("let y = 1; const f = () => { let y = 2; y = 3 }; const x = y", "1")


def test_what_is_symbolic_is_not_changed_by_assignments_to_its_members() -> None:
    evaluates("import { Schema } from 'mongoose'; const x = new Schema({}); x.methods.f = () => 1", "new Schema({})")


def test_cycles_end() -> None:
    unresolved("const x: any = [y]; const y: any = x[0]", "[x[0]]", "it is cyclic: x refers to itself")


def test_functions_delay_what_they_refer_to() -> None:
    evaluates(
        {
            "a.ts": "import { y } from './b'; export const x = () => y; export const z = 1",
            "b.ts": "import { z } from './a'; export const y = z + 1",
        },
        "2",
        "b.ts#y",
    )


def test_what_is_only_declared_has_no_value() -> None:
    unresolved("declare const x: string", "x", "it is only declared")


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        ("enum E { A = 'a', B = 'b' }; const x = Object.values(E)", "['a', 'b']"),
        ("enum E { A, B = 5, C }; const x = [E.C, E[5], Object.keys(E)]", "[6, 'B', ['0', '5', '6', 'A', 'B', 'C']]"),
        ("enum E { A = 1 << 0, B = 1 << 1, C = A | B }; const x = [E.C, E[3]]", "[3, 'C']"),
        ("const enum E { A = 'x'.length, B = E.A }; const x = E.B", "1"),
    ],
)
def test_enums(statements: str, expected: str) -> None:
    evaluates(statements, expected)


def test_static_members_of_classes() -> None:
    evaluates(
        "class B<T> { static base = 1 }"
        "class A extends B<string> { static b = A.base + 1; static f() { return this.b } }"
        "const x = [A.base, A.b, A.f(), A.nothing, A.name]",
        "[1, 2, 2, undefined, 'A']",
    )


def test_namespaces() -> None:
    evaluates(
        "namespace N { export const a = 1; export namespace M { export const b = 2 } } const x = [N.a, N.M.b]", "[1, 2]"
    )


@pytest.mark.parametrize(
    ("statements", "reason"),
    [
        ("const x = Array.from({ length: 1e9 })", "it is too large"),
        ("const x = 'a'.repeat(1e9)", "it is too large"),
        ("const x = new Array(4e9)", "it is too large"),
        ("const x = new Array(NaN)", "it throws: no array is so long"),
        ("const x = new Array(-1)", "it throws: no array is so long"),
        ("const x = 'a'.padStart(1e12)", "it is too large"),
        (
            "const f = (s: string, n: number): any => n ? f(s + s, n - 1) : s; const x = f('aaaaaaaa', 60)",
            "it is too large",
        ),
        ("const f = (n: number): any => f(n + 1); const x = f(0)", "it is nested too deeply"),
        (
            "const f = (n: number): any => { if (n) { { { if (n) { return f(n + 1) } } } } }; const x = f(1)",
            "it is nested too deeply",
        ),
        ("const f = (o: any): any => [o].map(f); const x = f(0)", "it is nested too deeply"),
        ("const f = (a: any, n: number): any => n ? f([a, a], n - 1) : `${a}`; const x = f('a', 60)", "it depends on"),
        (
            "const f = (a: any, n: number): any => n ? f([a, a], n - 1) : JSON.stringify(a); const x = f('a', 60)",
            "it takes too many steps to evaluate",
        ),
        (
            "const f = (a: any, n: number): any => n ? f([a, a], n - 1) : a.flat(99); const x = f('a', 60)",
            "it is too large",
        ),
        (
            "const f = (n: number): any => n ? [f(n - 1), f(n - 1)] : 0; const x = f(40)",
            "it takes too many steps to evaluate",
        ),
        (
            "const y = Array.from({ length: 1000 }); const x = y.map((a) => y.map((b) => y.map((c) => a)))",
            "it takes too many steps to evaluate",
        ),
    ],
)
def test_what_would_take_forever_is_given_up(statements: str, reason: str) -> None:
    found = value(statements)
    assert isinstance(found, Unresolved)
    assert found.reason.startswith(reason)


def test_long_chains_are_no_problem() -> None:
    evaluates("import { t } from 'orm'; const x = t()" + ".a()" * 500, "t()" + ".a()" * 500)
    evaluates("const x = 0" + " + 1" * 500, "500")


def test_long_ways_from_name_to_name_are_no_problem() -> None:
    names = "".join(f"const a{n} = a{n + 1};" for n in range(1500))
    program = linked(f"{names} const a1500 = 1")
    assert {program.describe(export.value) for export in program.bindings("a.ts")} == {"1"}


def test_what_shares_its_parts_is_described_in_bounded_text() -> None:
    text_of_it = text("const f = (a: any, n: number): any => n ? f([a, a], n - 1) : a; const x = f('a', 60)")
    assert len(text_of_it) < 10_000


def test_long_ways_through_barrels_are_given_up() -> None:
    files = {f"b{n}.ts": f"export * from './b{n + 1}'" for n in range(3000)}
    found = value({**files, "a.ts": "import { y } from './b0'; const x = y"})
    assert isinstance(found, Unresolved)
    assert found.reason == "'./b0' exports no value 'y'"
