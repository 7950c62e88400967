"""Names that modules give to one another."""

import pytest

from datamodel_check.model.values import External, Namespace
from tests.link.vocabulary import evaluates, linked, reasons, value

ONE = "export const y = 1"


@pytest.mark.parametrize(
    "files",
    [
        ("a.ts: import { y as x } from './b'", f"b.ts: {ONE}"),
        ("a.ts: import x from './b'", "b.ts: export default 1"),
        ("a.ts: import x from './b'", "b.ts: const y = 1; export { y as default }"),
        ("a.ts: import * as b from './b'; const x = b.y", f"b.ts: {ONE}"),
        ("a.ts: import { b } from './b'; const x = b.y", "b.ts: export * as b from './c'", f"c.ts: {ONE}"),
        (
            "a.ts: import { y as x } from './b'",
            "b.ts: export * from './c'",
            "c.ts: export * from './d'",
            f"d.ts: {ONE}",
        ),
        ("a.ts: import { x } from './b'", "b.ts: export { y as x } from './c'", f"c.ts: {ONE}"),
        ("a.ts: import { x } from './b'", "b.ts: import { y } from './c'; export { y as x }", f"c.ts: {ONE}"),
        ("a.ts: import { y as x } from './b'", f"b.ts: export * from './c'; {ONE}", "c.ts: export const y = 2"),
        ("a.ts: import { y as x } from './b'", "b.ts: export * from 'lib'; export * from './c'", f"c.ts: {ONE}"),
        ("a.ts: import { y as x } from './b'", "b.ts: export * from './c'", f"c.ts: export * from './b'; {ONE}"),
        ("a.ts: const { x } = require('./b')", "b.js: module.exports = { x: 1 }"),
        ("a.ts: const { y: x } = require('./b')", f"b.ts: {ONE}"),
        ("a.ts: import { x } from './b'", "b.js: exports.x = 1"),
        ("a.ts: import { x } from './b'", "b.js: module.exports = { x: 1 }"),
        ("a.ts: import b from './b.json'; const x = b.y[0]", 'b.json: {"y": [1]}'),
        ("a.ts: import { y as x } from './b.json'", 'b.json: {"y": 1}'),
        ("a.ts: import * as b from './b.json'; const x = b.y", 'b.json: {"y": 1}'),
        ("a.ts: const b = await import('./b'); const x = b.y", f"b.ts: {ONE}"),
    ],
    ids=" | ".join,
)
def test_imports_lead_to_bindings(files: tuple[str, ...]) -> None:
    contents = {path: content for path, _, content in (file.partition(": ") for file in files)}
    contents["a.ts"] += "; export const found = x"
    evaluates(contents, "1", "a.ts#found")


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        ("import { pgTable } from 'drizzle-orm/pg-core'; const x = pgTable", "drizzle-orm/pg-core#pgTable"),
        ("import p from 'lib'; const x = p", "lib#default"),
        ("import * as p from 'lib'; const x = p", "lib#"),
        ("import * as p from 'lib'; const x = p.a", "lib#a"),
        ("import { a as b } from 'lib'; const x = b", "lib#a"),
        (
            "import { createId } from 'https://deno.land/x/cuid'; const x = createId",
            "https://deno.land/x/cuid#createId",
        ),
        ("import { x as y } from 'node:crypto'; const x = y", "node:crypto#x"),
        ("const { a } = require('lib'); const x = a", "lib#a"),
        ("const x = process", "#process"),
        ("const x = import.meta", "#import.meta"),
    ],
)
def test_what_comes_from_packages_is_external(statements: str, expected: str) -> None:
    found = value(statements)
    assert isinstance(found, External)
    assert repr(found) == expected


def test_a_package_comes_through_barrels() -> None:
    files = {
        "a.ts": "import { t } from './b'; const x = t('a')",
        "b.ts": "export * from './c'",
        "c.ts": "export * from 'orm'",
    }
    evaluates(files, "t('a')")
    found = value({**files, "a.ts": "import { t } from './b'; const x = t"})
    assert repr(found) == "orm#t"


@pytest.mark.parametrize(
    ("source", "files", "reason"),
    [
        ("./b", {}, "cannot find module './b'"),
        ("@/b", {}, "cannot find module '@/b'"),
        ("./b", {"b.ts": "export const z = 1"}, "'./b' exports no value 'y'"),
        ("./b", {"b.ts": "export type y = string"}, "'./b' exports no value 'y'"),
        ("./b", {"b.ts": "export * from './b'"}, "'./b' exports no value 'y'"),
        ("./b", {"b.ts": "export * from 'p'; export * from 'q'"}, "'y' may come from any of 'p', 'q'"),
        ("./b.json", {"b.json": "{"}, "b.json is no valid JSON"),
        ("./b.css", {"b.css": ""}, "'./b.css' exports no value 'y'"),
    ],
)
def test_imports_that_lead_nowhere_are_unresolved(source: str, files: dict[str, str], reason: str) -> None:
    assert reasons({**files, "a.ts": f"import {{ y }} from '{source}'; const x = y"}, "a.ts#x") == [reason]


def test_a_module_as_an_object() -> None:
    files = {
        "a.ts": "import * as b from './b'; export const x = { ...b, c: Object.keys(b) }; export const y = b",
        "b.ts": "export const k = 1; export type T = string; export * from './c'; export default 3",
        "c.ts": "export const l = 2; export default 4",
    }
    evaluates(files, "{ k: 1, default: 3, l: 2, c: ['k', 'default', 'l'] }")
    assert isinstance(value(files, "a.ts#y"), Namespace)


def test_exports_in_order_of_declaration() -> None:
    program = linked(
        {
            "a.ts": "export * from './b';\nconst y = 1;\nexport { y as z };\nexport const x = y;\nexport type T = 1;\n"
            "export interface I {}\nexport type { U } from './b';\nexport { T2 } from './b';\nexport default x",
            "b.ts": "export type U = 1; export type T2 = 1; export const x = 2;\nexport const w = 3",
        }
    )
    found = [(e.name, program.describe(e.value), str(e.location)) for e in program.exports("a.ts")]
    assert found == [
        ("z", "1", "a.ts:2"),
        ("x", "1", "a.ts:4"),
        ("default", "1", "a.ts:9"),
        ("w", "3", "b.ts:2"),
    ]


def test_bindings_are_there_exported_or_not() -> None:
    program = linked("export const a = 1; const b = 2; function c() {} type T = 1")
    assert [export.name for export in program.bindings("a.ts")] == ["a", "b", "c"]


def test_modules_may_import_one_another() -> None:
    files = {
        "a.ts": "import { b } from './b'; export const a = { ref: () => b }; export const x = [a.ref(), b.ref()]",
        "b.ts": "import { a } from './a'; export const b = { ref: () => a, name: 'b' }",
    }
    evaluates({**files, "c.ts": "import { x } from './a'; export const y = x[0].name"}, "'b'", "c.ts#y")


def test_nothing_is_there_of_files_that_are_not() -> None:
    program = linked({"a.txt": "text"})
    assert program.module("nowhere.ts") is None
    assert program.module("a.txt") is None
    assert list(program.exports("nowhere.ts")) == []


def test_only_what_an_answer_needs_is_touched() -> None:
    program = linked(
        {
            "package.json": "{}",
            "tsconfig.json": "{}",
            "a.ts": "import { b } from './b'; import { c } from './c'; export const x = b; export const y = c",
            "b.ts": "export const b = 1",
            "c.ts": "export const c = 2",
        }
    )
    assert program.touched() == ()
    program.member(value("export const x = {}"), "nothing")
    program.evaluate(program.module("a.ts").statements[0].value, program.scope("a.ts"))  # type: ignore[union-attr, arg-type]
    assert set(program.touched()) == {"a.ts", "b.ts"}
