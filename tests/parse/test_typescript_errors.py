import pytest

from datamodel_check.model.location import Span
from datamodel_check.model.module import SyntaxProblem
from datamodel_check.model.printing import text
from tests.parse.vocabulary import clean, parsed


@pytest.mark.parametrize(
    ("source", "problems", "kept"),
    [
        (
            "const a = 1;\nconst = ;\nconst b = 2;",
            ["2: syntax error near `const =`"],
            ["const a = 1;", "const b = 2;"],
        ),
        ("const a = f(1;\nb()", ["1: syntax error: `)` is missing"], ["const a = f(1);", "b();"]),
        ("a()\n}\nb()", ["2: syntax error near `}`"], ["a();", "b();"]),
        (
            "export const a = {\n  b: 1,\n  c: ,\n}",
            ["3: syntax error: `identifier` is missing"],
            ["const a = { b: 1, c:  };"],
        ),
        ("\n\n\0", ["3: syntax error near `\ufffd`"], []),
    ],
)
def test_what_cannot_be_read_is_reported_and_the_rest_is_there(
    source: str, problems: list[str], kept: list[str]
) -> None:
    module = parsed(source)
    assert [f"{problem.span.line}: {problem.message}" for problem in module.problems] == problems
    assert [text(statement) for statement in module.statements] == kept


def test_conflicts() -> None:
    module = parsed("const a = 1\n<<<<<<< HEAD\nconst b = 1\n=======\nconst b = 2\n>>>>>>> other\nconst c = 3\n")
    assert module.problems[0] == SyntaxProblem("syntax error near `<<<<<`", Span(12, 17, 2))
    assert text(module.statements[-1]) == "const c = 3;"


def test_excerpts_are_short_and_on_one_line() -> None:
    (problem,) = parsed("((((\n" * 100).problems
    assert problem.message == "syntax error near `(((( (((( (((( (((( (((( (((( (((( ((((…`"


def test_bytes_that_are_no_text() -> None:
    module = parsed(b"const a = 1\nconst b = '\xff'\nconst c = '\xed\xa0\x80'")
    assert module.problems == (SyntaxProblem("not UTF-8", Span(23, 24, 2)),)
    assert [text(statement) for statement in module.statements] == [
        "const a = 1;",
        "const b = '\ufffd';",
        "const c = '\ufffd\ufffd\ufffd';",
    ]


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("export type * from 'a'", "a.ts"),
        ("export type * as a from 'b'", "a.ts"),
        ("import defer * as a from 'b'", "a.ts"),
        ("export { a } from 'b' with { type: 'json' }", "a.ts"),
        ("export * from 'b' assert { type: 'json' }", "a.ts"),
        ("type A<in out T, out U extends V, in W> = T", "a.ts"),
        ("class A<out T> {}", "a.ts"),
        ("abstract class A { abstract accessor b: c }", "a.ts"),
        ("class A { static [b: string]: c }", "a.ts"),
        ("class A {\n  b = () => {}\n  *c() {}\n  d\n  *e() {}\n}", "a.ts"),
        ("a<import('b').C<D>>()", "a.ts"),
        ("a<import('b').C>()", "a.ts"),
        ("a<typeof import('b')>()", "a.ts"),
        ("x = <a>b & c</a>", "a.tsx"),
        ("x = <a b='?c=1&d=2&e'/>", "a.tsx"),
    ],
)
def test_valid_code_that_the_grammar_cannot_read(source: str, path: str) -> None:
    clean(source, path)


def test_a_repair_changes_no_text() -> None:
    module = parsed("const a = 'export type * & static [b: c]'; x = <a b='&c'>&d</a>; (", "a.tsx")
    assert [text(statement) for statement in module.statements][:2] == [
        "const a = 'export type * & static [b: c]';",
        "x = < a b = '&c' > &d </ a >;",
    ]


def test_a_bracket_that_is_never_closed_costs_one_statement() -> None:
    module = parsed("export const a = f(1)\nexport const b = f({ c: g('d'\nexport const e = f(2)\n")
    assert [text(statement) for statement in module.statements] == ["const a = f(1);", "const e = f(2);"]
    assert [problem.span.line for problem in module.problems] == [2]
