import pytest

from datamodel_check.model.location import Span
from datamodel_check.model.module import Export
from tests.parse.vocabulary import clean, statements


def _exports(source: str) -> list[str]:
    """Each export as `name = original from source`, with what goes without saying left out."""
    return [
        f"{'type ' * e.typing}{e.name}"
        + (f" = {e.original}" if e.original != e.name else "")
        + (f" from {e.source}" if e.source is not None else "")
        for e in clean(source).exports
    ]


@pytest.mark.parametrize(
    ("source", "exports", "kept"),
    [
        ("const a = 1", [], ["const a = 1;"]),
        ("export {}", [], []),
        ("export const a = 1, b = 2", ["a", "b"], ["const a = 1;", "const b = 2;"]),
        ("export let a, b", ["a", "b"], ["let a;", "let b;"]),
        ("export const { a, b: [c] } = d", ["a", "c"], ["const a = d.a;", "const c = d.b[0];"]),
        ("export function a() {}", ["a"], ["function a = function a() => { };"]),
        ("export async function* a() {}", ["a"], ["function a = async generator function a() => { };"]),
        ("export class A {}", ["A"], ["class A = class A { };"]),
        ("export abstract class A {}", ["A"], ["class A = abstract class A { };"]),
        ("export enum A { B }", ["A"], ["enum A = { B: 0, 0: 'B' };"]),
        ("export const enum A { B }", ["A"], ["enum A = { B: 0, 0: 'B' };"]),
        ("export namespace A { export const b = 1 }", ["A"], ["const A = { b: 1 };"]),
        ("export declare const a: b", ["a"], ["const a: b;"]),
        ("export interface A {}", ["type A"], ["interface A = {};"]),
        ("export type A = b", ["type A"], ["type A = b;"]),
        ("export import a = b.c", ["a"], ["const a = b.c;"]),
        ("export default a", ["default"], ["const default = a;"]),
        ("export default { a: 1 } satisfies B", ["default"], ["const default = { a: 1 };"]),
        ("export default () => 1", ["default"], ["const default = () => 1;"]),
        ("export default function () {}", ["default"], ["const default = () => { };"]),
        ("export default function a() {}", ["default = a"], ["function a = function a() => { };"]),
        ("export default class {}", ["default"], ["const default = class { };"]),
        ("export default class A {}", ["default = A"], ["class A = class A { };"]),
        ("export default abstract class A {}", ["default = A"], ["class A = abstract class A { };"]),
        ("export default interface A {}", ["type default = A"], ["interface A = {};"]),
        ("export { a, b as c, d as default, e as 'f-g' }", ["a", "c = b", "default = d", "f-g = e"], []),
        ("export { type a, b }", ["type a", "b"], []),
        ("export type { a }", ["type a"], []),
        ("export { a, b as c } from 'd'", ["a from d", "c = b from d"], []),
        ("export { default } from 'd'", ["default from d"], []),
        ("export { default as a } from 'd'", ["a = default from d"], []),
        ("export type { a } from 'd'", ["type a from d"], []),
        ("export * from 'd'", ["* from d"], []),
        ("export * as a from 'd'", ["a = * from d"], []),
        ("export type * from 'd'", ["type * from d"], []),
        ("export type * as a from 'd'", ["type a = * from d"], []),
        ("export { a } from './d.json' with { type: 'json' }", ["a from ./d.json"], []),
        ("export = a", ["default"], ["const default = a;"]),
        ("export as namespace a", [], []),
    ],
)
def test_exports(source: str, exports: list[str], kept: list[str]) -> None:
    assert _exports(source) == exports
    assert statements(source) == kept


def test_overloads_are_one_export() -> None:
    source = "export function a(b: string): void; export function a(b: number): void; export function a(b: any) {}"
    assert _exports(source) == ["a"]
    assert statements(source) == ["function a = function a(b: any) => { };"]


def test_signatures_stand_where_nothing_is_written_out() -> None:
    assert statements("export declare function a(b: string): c") == [
        "function a = declare function a(b: string): c => { };",
    ]


def test_places() -> None:
    assert clean("export {\n  a,\n  b as c }").exports == (
        Export("a", "a", Span(11, 12, 2)),
        Export("c", "b", Span(16, 22, 3)),
    )


@pytest.mark.parametrize(
    ("source", "exports", "kept"),
    [
        ("module.exports = a", ["default"], ["const default = a;"]),
        (
            "module.exports = { a, b: c, d: 1, ['e']: f, get g() { return 1 }, ...h }",
            ["default", "a", "b = c", "d = exports.d", "e = f"],
            ["const default = { a: a, b: c, d: 1, e: f, get g: get function g() => 1, ...h };", "const exports.d = 1;"],
        ),
        (
            "module.exports = { ...require('./a') }",
            ["default", "* from ./a"],
            ["const default = { ...require('./a') };"],
        ),
        ("module.exports = require('./a')", ["default", "* from ./a"], ["const default = require('./a');"]),
        ("exports.a = b", ["a = b"], []),
        ("exports.a = 1", ["a = exports.a"], ["const exports.a = 1;"]),
        ("module.exports.a = () => 1", ["a = exports.a"], ["const exports.a = () => 1;"]),
        ("exports = module.exports = a", ["default"], ["const default = a;"]),
        ("exports.a = exports.b = c", ["a = c", "b = c"], []),
        ("const a = module.exports = b()", ["default"], ["const a = b();", "const default = a;"]),
        ("var a = exports = module.exports = b", ["default"], ["var a = b;", "const default = a;"]),
        ("const a = exports.b = c", ["b = a"], ["const a = c;"]),
        ("const a = b = c", [], ["const a = b = c;"]),
        (
            "const a = module.exports = { b: 1 }",
            ["default", "b = exports.b"],
            ["const a = { b: 1 };", "const default = a;", "const exports.b = a.b;"],
        ),
        ("other.exports = a; module.b = c", [], ["other.exports = a;", "module.b = c;"]),
        ("exports.a.b = c", [], ["exports.a.b = c;"]),
    ],
)
def test_commonjs(source: str, exports: list[str], kept: list[str]) -> None:
    assert _exports(source) == exports
    assert statements(source) == kept
