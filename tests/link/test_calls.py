"""Functions of the repository are inlined where everything about the call can be decided."""

from typing import NamedTuple

import pytest

from datamodel_check.model.values import Closure, Constant
from tests.link.vocabulary import evaluates, linked, text, unresolved

IMPORTS = "import { pgTable, text, uuid, timestamp, sql, index, pgTableCreator } from 'drizzle-orm/pg-core';"


class Case(NamedTuple):
    """Statements that declare `x`, its text, and why it is not known."""

    statements: str
    expected: str
    reason: str = ""


INLINED = [
    Case("const id = () => uuid('id').primaryKey(); const x = id()", "uuid('id').primaryKey()"),
    Case(
        """
        const timestamps = { createdAt: timestamp() };
        const withTimestamps = <T,>(columns: T) => ({ ...columns, ...timestamps });
        const x = pgTable('a', withTimestamps({ id: uuid() }))
        """,
        "pgTable('a', { id: uuid(), createdAt: timestamp() })",
    ),
    Case(
        """
        const base = { id: uuid() };
        function createTable(name: string, columns: any) { return pgTable(`app_${name}`, { ...base, ...columns }) }
        const x = createTable('user', { name: text() })
        """,
        "pgTable('app_user', { id: uuid(), name: text() })",
    ),
    Case(
        """
        const key = (name: string, { optional = false }: { optional?: boolean } = {}) => {
          const column = uuid(name);
          if (optional) return column;
          return column.notNull();
        };
        const x = [key('a'), key('b', { optional: true })]
        """,
        "[uuid('a').notNull(), uuid('b')]",
    ),
    Case("const make = (a: string) => (b: string) => text(`${a}_${b}`); const x = make('a')('b')", "text('a_b')"),
    Case("const x = (() => { const n = 'a'; return text(n) })()", "text('a')"),
    Case("const columns = { id: () => uuid('id') }; const x = columns.id()", "uuid('id')"),
    Case("const columns = { text(n: string) { return text(n) } }; const x = columns.text('a')", "text('a')"),
    Case("const apply = (f: (n: string) => any) => f('a'); const x = apply((n) => text(n))", "text('a')"),
    Case("const apply = (f: any) => f('a'); const x = apply(text)", "text('a')"),
    Case("class Columns { static id(n = 'id') { return uuid(n) } } const x = Columns.id()", "uuid('id')"),
    Case("const x = Object.fromEntries(['a', 'b'].map((n) => [n, text(n)]))", "{ a: text('a'), b: text('b') }"),
    Case("const f = () => { if (!process.env.A) throw new Error('no'); return text('a') }; const x = f()", "text('a')"),
    Case("const x = await (async () => text('a'))()", "text('a')"),
    Case("const f = (t: any) => [index('i').on(t.a)]; const x = f(sql)", "[index('i').on(sql.a)]"),
    Case("const f = (n: string) => { try { log(n) } catch (e) {} return text(n) }; const x = f('a')", "text('a')"),
    Case("const f = (n: string) => sql`lower(${n})`; const x = f('a')", "sql`lower(${'a'})`"),
    Case(
        "const f = (n: string): any => { switch (n) { case 'a': return 1; default: return 2 } }; const x = f('a')", "1"
    ),
]


@pytest.mark.parametrize("case", INLINED, ids=lambda case: case.statements.strip())
def test_helpers_are_inlined(case: Case) -> None:
    evaluates(IMPORTS + case.statements, case.expected)


UNDECIDED = [
    Case(
        "const f = (n: string) => { if (process.env.A) return text(n); return uuid(n) }; const x = f('a')",
        "(n: string) => { if (process.env.A) { return text(n); } return uuid(n); }('a')",
        "it depends on process.env.A",
    ),
    Case(
        "const f = (n: string) => process.env.A ? text(n) : uuid(n); const x = f('a')",
        "(process.env.A ? text('a') : uuid('a'))",
        "it depends on process.env.A",
    ),
    Case(
        "const f = () => { let i = 0; while (i < 9) i++; return [i] }; const x = f()",
        "[loop (i < 9) { i++; }]",
        "it is computed by a loop",
    ),
    Case(
        "const shared = { a: 1 }; const f = (o: any) => { o.b = 2; return o }; const x = f(shared)",
        "(o: any) => { o.b = 2; return o; }({ a: 1 })",
        "it changes an object that is declared elsewhere",
    ),
    Case(
        "const f = () => { const out = [1]; if (process.env.A) out.push(2); return out }; const x = f()",
        "[1, ...process.env.A]",
        "it depends on process.env.A",
    ),
    Case(
        "const f = () => { const out = [1]; unknown(() => out.push(2)); return out }; const x = f()",
        "[1, ...unknown(() => out.push(2))]",
        "a function that is not known may change it",
    ),
    Case(
        "const f = () => { const out = {}; unknown(out); return out }; const x = f()",
        "{ ...unknown(out) }",
        "it may be changed here",
    ),
    Case(
        "const f = () => { for (const a of ['a', 'b']) { if (a === process.env.A) return a } }; const x = f()",
        "() => { loop (['a', 'b']) { const a = of ['a', 'b']; if (a === process.env.A) { return a; } } }()",
        "it depends on process.env.A",
    ),
    Case(
        "const f = () => { let n = 0; for (const a of ['a']) { if (a === sql) break; n++ } return n }; const x = f()",
        "('a' === sql)",
        "it depends on sql",
    ),
    Case(
        "const f = () => { try { return text('a') } catch { return uuid('a') } }; const x = f()",
        "() => { try () { return text('a'); } try (catch) { return uuid('a'); } }()",
        "it is computed by a try statement",
    ),
    Case(
        "function* f() { yield 1 }; const x = [f()]",
        "[generator function f() => { yield 1; }()]",
        "a generator is not evaluated",
    ),
    Case(
        "const f = () => { throw new Error('no') }; const x = f()",
        "() => { throw new Error('no'); }()",
        "it throws new Error('no')",
    ),
    Case(
        "declare function f(): string; const x = f()",
        "declare function f(): string => { }()",
        "the function has no body",
    ),
    Case("const x = (1)()", "1()", "what is called is no function"),
    Case("const x = [1].unheard()", "undefined()", "what is called is no function"),
    Case("const x = 'a'.replace(/(?<=a)/, 'b')", "'a'.replace(/(?<=a)/, 'b')", "/(?<=a)/ is not evaluated"),
    Case("const x = 'a'.replace(/(a+)+$/, 'b')", "'a'.replace(/(a+)+$/, 'b')", "/(a+)+$/ is not evaluated"),
    Case(
        "const x = 'é'.replace(/a/, 'b')",
        "'é'.replace(/a/, 'b')",
        "a regular expression is not evaluated on such a text",
    ),
    Case("const x = ['a'].filter((n) => n === process.env.A)", "[...'a']", "it depends on process.env.A"),
    Case(
        "const f = (n = process.env.A) => n || 'a'; const x = f()",
        "(process.env.A || 'a')",
        "it depends on process.env.A",
    ),
]


@pytest.mark.parametrize("case", UNDECIDED, ids=lambda case: case.statements.strip())
def test_what_cannot_be_decided_is_not_guessed(case: Case) -> None:
    unresolved(IMPORTS + case.statements, case.expected, case.reason)


def test_what_a_function_is_called_with_is_part_of_the_text() -> None:
    helper = "const f = (n: number) => { if (process.env.A) return n; return 0 };"
    assert text(f"{helper} const x = f(10)") != text(f"{helper} const x = f(20)")


def test_arguments_that_are_not_all_known_reach_rest_parameters() -> None:
    unresolved(
        "import { many } from 'lib'; const f = (...all: any[]) => all; const x = f(1, ...many())",
        "[1, ...many()]",
        "what it holds is not known",
    )


def test_parameters_behind_arguments_that_are_not_known_are_not_known() -> None:
    unresolved(
        "import { many } from 'lib'; const f = (a: any, b: any) => [a, b]; const x = f(1, ...many(), 2)",
        "[1, ...many()]",
        "what it holds is not known",
    )


def test_a_closure_is_applied_from_outside() -> None:
    program = linked("export const x = (a: number, b = 2) => ({ sum: a + b })")
    closure = program.exports("a.ts")[0].value
    assert isinstance(closure, Closure)
    assert program.describe(program.call(closure, [Constant(1)])) == "{ sum: 3 }"


def test_what_is_no_function_cannot_be_applied() -> None:
    program = linked("")
    assert program.describe(program.call(Constant(1), [])) == "1()"
