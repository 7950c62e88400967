"""Statements of Python as the model has them."""

import pytest

from datamodel_check.model.module import Binding, Class, Function
from datamodel_check.parse import module as parse_module
from tests.parse.vocabulary import clean, parsed, statements


def python(source: str) -> list[str]:
    return statements(source, "a.py")


@pytest.mark.parametrize("source", ["", "pass", '"""documentation"""', "# comment", "...", "from __future__ import x"])
def test_what_says_nothing(source: str) -> None:
    assert python(source) == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a = 1", ["var a = 1;"]),
        ("a: int = 1", ["var a: int = 1;"]),
        ("a: int", ["var a: int;"]),
        ("a = b = c", ["var a = c;", "var b = a;"]),
        ("a.x = b = c", ["var b = c;", "a.x = b;"]),
        ("a, *b, c = d", [
            "var #a, *b, c = d;",
            "var a = #a, *b, c[0];",
            "var b = #a, *b, c[slice(1, -1, null)];",
            "var c = #a, *b, c[-1];",
        ]),
        ("(a, (b, c)) = d", [
            "var #(a, (b, c)) = d;",
            "var a = #(a, (b, c))[0];",
            "var #(b, c) = #(a, (b, c))[1];",
            "var b = #(b, c)[0];",
            "var c = #(b, c)[1];",
        ]),
        ("a += [1]", ["a = a + [1];"]),
        ("a['b'] = 1", ["a['b'] = 1;"]),
        ("del a, b.c", ["delete a;", "delete b.c;"]),
        ("assert a, 'no'", ["if (not a) { throw AssertionError; }"]),
        ("type A[T: int] = list[T] | None", ["type A<T> = list[T] | null;"]),
    ],
)  # fmt: skip
def test_simple_statements(source: str, expected: list[str]) -> None:
    assert python(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "if a:\n  b\nelif c:\n  d\nelse:\n  e",
            ["if (a) { b; } else { if (c) { d; } else { e; } }"],
        ),
        ("for a, b in c:\n  d(a)", ["loop (c) { var #a, b = of c; var a = #a, b[0]; var b = #a, b[1]; d(a); }"]),
        ("for a in b:\n  c\nelse:\n  d", ["loop (b) { var a = of b; c; }", "if (else) { d; }"]),
        ("while a:\n  break", ["loop (a) { break; }"]),
        (
            "try:\n  a\nexcept (B, C) as d:\n  e\nelse:\n  f\nfinally:\n  g",
            ["try () { a; f; }", "try ((B, C) as d) { e; }", "block () { g; }"],
        ),
        ("with a() as b, c:\n  d", ["with (c) { var b = enter a(); d; }"]),
        (
            "match a:\n  case 'x' | B.y:\n    c\n  case D():\n    d\n  case _:\n    e",
            ["if (a == 'x' or a == B.y) { c; } else { if (D ( )) { d; } else { e; } }"],
        ),
        ("if a:\n  from .b import c as d", ["if (a) { var d = import('.b', 'c'); }"]),
        ("if a:\n  import b.c, d as e\n", ["if (a) { import('b.c'); var b = import('b'); var e = import('d'); }"]),
        ("try:\n  from a import *\nexcept ImportError: pass", ["try () { import *('a'); }", "try (ImportError) { }"]),
    ],
)
def test_branches(source: str, expected: list[str]) -> None:
    assert python(source) == expected


def test_imports_of_the_module() -> None:
    source = """\
import a.b
import a.c as d
from . import e
from ..f import g as h, i
from j import *
if TYPE_CHECKING:
    from k import l
else:
    from m import l
def n():
    import o
"""
    found = [(item.local, item.source, item.original, item.typing) for item in clean(source, "a.py").imports]
    assert found == [
        ("", "a.b", "", False),
        ("a", "a", "*", False),
        ("d", "a.c", "*", False),
        ("e", ".", "e", False),
        ("h", "..f", "g", False),
        ("i", "..f", "i", False),
        ("*", "j", "*", False),
        ("l", "k", "l", True),
        ("l", "m", "l", False),
    ]


def test_a_class() -> None:
    source = """\
@a(1)
class B[T](C, D[T], metaclass=E, table=True):
    '''documentation'''
    x = y = 1
    z: "int | None" = f(g=1)
    class Meta:
        w = 1
    @property
    def v(self) -> "B": ...
    if u:
        t = 2
"""
    (binding,) = clean(source, "a.py").statements
    assert isinstance(binding, Binding)
    value = binding.value
    assert isinstance(value, Class)
    assert [keyword.name for keyword in value.keywords] == ["metaclass", "table"]
    (line,) = python(source)
    assert line == (
        "class B = @a(1) class B<T> extends C, D[T], metaclass=E, table=true { x = 1; y = x; "
        "z: int | null = f(g=1); class Meta { w = 1; } @property function v(self): B => { } if (u) { var t = 2; } };"
    )


def test_parameters() -> None:
    (binding,) = clean("def f(a, /, b: int = 1, *c, d, **e): pass", "a.py").statements
    assert isinstance(binding, Binding)
    assert isinstance(binding.value, Function)
    found = [(item.name, item.rest, set(item.modifiers)) for item in binding.value.parameters]
    assert found == [
        ("a", False, {"positional"}),
        ("b", False, set()),
        ("c", True, set()),
        ("d", False, {"keyword"}),
        ("e", True, {"keyword"}),
    ]


def test_names_of_outer_scopes_are_assigned() -> None:
    assert python("def f():\n  global a, b\n  a = c = 1\n  if c:\n    b = 2") == [
        "function f = function f() => { global a , b; a = 1; var c = a; if (c) { b = 2; } };"
    ]


def test_python_2_is_read_as_far_as_it_goes() -> None:
    module = parsed("print 'a'\nexec 'b'\nc = 0755\nd = ur'x'\nraise E, 'f'\ng = 1\n", "a.py")
    assert [s.name for s in module.statements if isinstance(s, Binding)][:1] == ["c"]
    assert "g" in {s.name for s in module.statements if isinstance(s, Binding)}


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe",
        b"class A(:\n  x = 1\ny = 2\n",
        b"def f(\n",
        b"a = 'b\n",
        b"(" * 10_000,
        b"a" + b".b()" * 20_000,
        b"\0",
    ],
)
def test_broken_files_are_problems(content: bytes) -> None:
    module = parse_module("a.py", content)
    assert module is not None
    assert module.problems
