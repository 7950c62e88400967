"""What `design:type` holds: the table is the compiler's own (TypeScript 5.9, `emitDecoratorMetadata`)."""

import re
from typing import cast

import pytest

from datamodel_check.extract.reflection import Reflection
from datamodel_check.model.module import Binding, Class, Field
from datamodel_check.model.values import ClassValue, Unresolved
from tests.link.vocabulary import linked

TYPES = """
export type Lit = 'a' | 'b'
export type LitOrNull = 'a' | null
export type Nums = 1 | 2
export type Mixed = 'a' | 1
export type Alias = string
export type Opt = string | undefined
export type Brand = string & { __brand: 'x' }
export interface Shape { a: string; b?: number }
export enum Color { Red = 'red', Blue = 'blue' }
export enum Level { Low, High = 5 }
export enum Odd { A = 'a', B = 1 }
export const LIST = ['x', 'y'] as const
export const MAP = { one: 1, two: 2 } as const
export type Item = (typeof LIST)[number]
export type Key = keyof typeof MAP
export type Value = (typeof MAP)[keyof typeof MAP]
export type Member = Shape['a']
export type Fn = () => void
export type Arr = string[]
export type Tup = [string, number]
export type D = Date
export type Tpl = `a-${string}`
export type Cond<T> = T extends string ? 'a' : 'b'
export class Klass { x: string }
export type Obj = { a: 1 }
export type Bool = true | false
export type Ex = Exclude<Lit, 'a'>
export type Rec = Record<string, string>
export type Never = never
export type AnyT = any
export type Maybe<T> = T | null
export type Same<T> = T
"""

CASES = [
    ("", "Object", "Object"),
    ("string", "String", "String"),
    ("string | null", "Object", "String"),
    ("string | undefined", "Object", "String"),
    ("string | number", "Object", "Object"),
    ("number | 1", "Number", "Number"),
    ("'a' | 'b'", "String", "String"),
    ("null", "undefined", "undefined"),
    ("null | undefined", "undefined", "undefined"),
    ("boolean", "Boolean", "Boolean"),
    ("true", "Boolean", "Boolean"),
    ("bigint", "BigInt", "BigInt"),
    ("symbol", "Symbol", "Symbol"),
    ("object", "Object", "Object"),
    ("any", "Object", "Object"),
    ("unknown", "Object", "Object"),
    ("never", "undefined", "undefined"),
    ("string | never", "String", "String"),
    ("void", "undefined", "undefined"),
    ("Date", "Date", "Date"),
    ("Date | null", "Object", "Date"),
    ("Date | Date", "Date", "Date"),
    ("string[]", "Array", "Array"),
    ("readonly string[]", "Array", "Array"),
    ("Array<string>", "Array", "Array"),
    ("[string, number]", "Array", "Array"),
    ("() => void", "Function", "Function"),
    ("{ a: string }", "Object", "Object"),
    ("`a-${string}`", "String", "String"),
    ("-1", "Number", "Number"),
    ("5n", "BigInt", "BigInt"),
    ("Promise<string>", "Promise", "Promise"),
    ("Map<string, string>", "Map", "Map"),
    ("Lit", "String", "String"),
    ("LitOrNull", "Object", "String"),
    ("Nums", "Number", "Number"),
    ("Mixed", "Object", "Object"),
    ("Alias", "String", "String"),
    ("Opt", "Object", "String"),
    ("Brand", "String", "String"),
    ("Shape", "Object", "Object"),
    ("Color", "String", "String"),
    ("Color.Red", "String", "String"),
    ("Color | null", "Object", "String"),
    ("Level", "Number", "Number"),
    ("Odd", "Object", "Object"),
    ("Item", "String", "String"),
    ("Key", "String", "String"),
    ("Value", "Number", "Number"),
    ("Member", "String", "String"),
    ("Shape['a']", "Object", "Object"),
    ("Fn", "Function", "Function"),
    ("Arr", "Array", "Array"),
    ("Tup", "Array", "Array"),
    ("D", "Object", "Object"),
    ("Tpl", "String", "String"),
    ("Cond<string>", "String", "String"),
    ("Klass", "Klass", "Klass"),
    ("Klass | null", "Object", "Klass"),
    ("Obj", "Object", "Object"),
    ("Bool", "Boolean", "Boolean"),
    ("Ex", "String", "String"),
    ("Rec", "Object", "Object"),
    ("Never", "undefined", "undefined"),
    ("AnyT", "Object", "Object"),
    ("T.Lit", "String", "String"),
    ("T.Color", "String", "String"),
    ("Partial<Shape>", "Object", "Object"),
    ("G", "Object", "Object"),
    ("G[]", "Array", "Array"),
    ("keyof Shape", "Object", "Object"),
    ("typeof X", "Object", "Object"),
    ("string & { a: 1 }", "Object", "Object"),
    ("Lit | null", "Object", "String"),
    ("String", "String", "String"),
    ("Record<string, string>", "Object", "Object"),
    ("Uint8Array", "Uint8Array", "Uint8Array"),
    ("this", "Object", "Object"),
    ("unique symbol", "Object", "Object"),
    ("Lit | 'c'", "String", "String"),
    ("Exclude<Lit, 'a'>", "Object", "Object"),
    ("Maybe<string>", "Object", "Object"),
    ("Same<string>", "Object", "Object"),
    ("Uppercase<Lit>", "Object", "Object"),
    ("NonNullable<Lit>", "Object", "Object"),
]
"""The type as it is written; the constructor under `strict`, and without."""


def design_type(written: str, *, strict: bool) -> str:
    annotation = f": {written}" if written else ""
    names = ", ".join(re.findall(r"^export \w+ (\w+)", TYPES, re.MULTILINE))
    imports = f"import * as T from './types'\nimport {{ {names} }} from './types'\n"
    program = linked(
        {
            "types.ts": TYPES,
            "x.ts": f"{imports}class X<G> {{ p{annotation} }}",
            "tsconfig.json": f'{{"compilerOptions": {{"strict": {str(strict).lower()}}}}}',
        }
    )
    module = program.module("x.ts")
    declared = next(each for each in (module.statements if module else ()) if isinstance(each, Binding))
    field = cast(Field, cast(Class, declared.value).members[0])
    found = Reflection(program).design_type(field.annotation, program.scope("x.ts"), {"G"})
    if isinstance(found, ClassValue):
        return found.declaration.name or ""
    return found if isinstance(found, str) else repr(found)


@pytest.mark.parametrize(("written", "strict", "loose"), CASES)
def test_design_type(written: str, strict: str, loose: str) -> None:
    assert (design_type(written, strict=True), design_type(written, strict=False)) == (strict, loose)


@pytest.mark.parametrize("written", ["Outside", "Outside | string", "Nowhere", "ReturnType<typeof f>"])
def test_what_is_not_known(written: str) -> None:
    program = linked({"a.ts": f"import {{ Outside }} from 'package'\nclass X {{ p: {written} }}"})
    module = program.module("a.ts")
    declared = cast(Class, cast(Binding, (module.statements if module else ())[-1]).value)
    field = cast(Field, declared.members[0])
    assert isinstance(Reflection(program).design_type(field.annotation, program.scope("a.ts")), Unresolved)
