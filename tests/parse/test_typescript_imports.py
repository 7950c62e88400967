import pytest

from datamodel_check.model.location import Span
from datamodel_check.model.module import Import
from tests.parse.vocabulary import clean, statements

Row = tuple[str, str, str, bool]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", []),
        ("import 'a'", [("", "a", "", False)]),
        ("import {} from 'a'", [("", "a", "", False)]),
        ("import a from 'b'", [("a", "b", "default", False)]),
        ("import * as a from 'b'", [("a", "b", "*", False)]),
        ("import { a, b as c } from 'd'", [("a", "d", "a", False), ("c", "d", "b", False)]),
        ("import a, { b } from 'c'", [("a", "c", "default", False), ("b", "c", "b", False)]),
        ("import a, * as b from 'c'", [("a", "c", "default", False), ("b", "c", "*", False)]),
        ("import { default as a } from 'b'", [("a", "b", "default", False)]),
        ("import { 'a-b' as c } from 'd'", [("c", "d", "a-b", False)]),
        ("import type a from 'b'", [("a", "b", "default", True)]),
        ("import type { a } from 'b'", [("a", "b", "a", True)]),
        ("import { type a, b } from 'c'", [("a", "c", "a", True), ("b", "c", "b", False)]),
        ("import { type a as b } from 'c'", [("b", "c", "a", True)]),
        ("import a = require('b')", [("a", "b", "*", False)]),
        ("import type a = require('b')", [("a", "b", "*", True)]),
        ("import a from './b.json' with { type: 'json' }", [("a", "./b.json", "default", False)]),
        ("import /* x */ { a, /* y */ b } /* z */ from 'c'", [("a", "c", "a", False), ("b", "c", "b", False)]),
    ],
)
def test_imports(source: str, expected: list[Row]) -> None:
    module = clean(source)
    assert [(i.local, i.source, i.original, i.typing) for i in module.imports] == expected
    assert module.statements == ()


def test_each_name_has_its_place() -> None:
    module = clean("import {\n  a,\n  b as c,\n} from 'd'\n")
    assert module.imports == (
        Import("a", "d", "a", Span(11, 12, 2)),
        Import("c", "d", "b", Span(16, 22, 3)),
    )


def test_requiring_is_an_ordinary_call() -> None:
    source = "const a = require('b'); const { c, d: e } = require('f')"
    assert clean(source).imports == ()
    assert statements(source) == [
        "const a = require('b');",
        "const c = require('f').c;",
        "const e = require('f').d;",
    ]


def test_an_alias_is_a_binding() -> None:
    assert statements("import a = b.c.d") == ["const a = b.c.d;"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", ()),
        ("'use client'", ("use client",)),
        ('"use client";\n"use strict"\nimport "a"\n"no directive"', ("use client", "use strict")),
        ("// comment\n'use server'", ("use server",)),
        ("a(); 'use server'", ()),
        ("`use server`", ()),
    ],
)
def test_directives(source: str, expected: tuple[str, ...]) -> None:
    assert clean(source).directives == expected
