"""Classes: attributes, inheritance, instances, enumerations."""

import pytest

from datamodel_check.model.values import Access, Application, ClassValue, Closure, External, ListValue, Unresolved
from tests.link.python.vocabulary import comes_to, linked, value


def _class(source: str, name: str = "x") -> ClassValue:
    found = value(source, f"a.py#{name}")
    assert isinstance(found, ClassValue)
    return found


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("class A:\n  a = 1\n  b = a + 1\nx = A.b", "2"),
        ("class A:\n  a = 1\nclass B(A): pass\nx = B.a", "1"),
        ("class A:\n  a = 1\nclass B(A):\n  a = 2\nclass C(A): pass\nclass D(C, B): pass\nx = D.a", "2"),
        ("class A:\n  class M:\n    a = 1\nclass B(A):\n  class M(A.M):\n    b = 2\nx = [B.M.a, B.M.b]", "[1, 2]"),
        ("class A:\n  a = [1]\n  a = a + [2]\n  a += [3]\nx = A.a", "[1, 2, 3]"),
        ("y = 1\nclass A:\n  if y:\n    a = 1\n  else:\n    a = 2\nx = A.a", "1"),
        ("y = 1\nclass A:\n  y = y\nx = A.y", "1"),
        ("class A:\n  def f(self): return 1\nx = A().f()", "1"),
        ("class A:\n  @classmethod\n  def f(cls): return cls.n\nclass B(A):\n  n = 2\nx = B.f()", "2"),
        ("class A:\n  @staticmethod\n  def f(a): return a\nx = A.f(3)", "3"),
        ("class A:\n  @property\n  def f(self): return 4\nx = A().f", "4"),
        ("def f(a):\n  class B:\n    b = a\n  return B\nx = f(5).b", "5"),
        ("class A:\n  a = 1\nx = A.__name__", "'A'"),
        ("from typing import Generic\nclass A(Generic[T]):\n  a = 1\nclass B(A[int]): pass\nx = B.a", "1"),
    ],
)  # fmt: skip
def test_attributes(source: str, expected: str) -> None:
    comes_to(source, expected)


def test_attributes_in_order() -> None:
    source = """\
from b import Column
class x(Base):
    id: int = Column("id", key=True)
    name: str
    class Meta:
        y = 1
    @property
    def f(self): ...
    if c:
        z: int
    id2 = id
"""
    program = linked({"a.py": source})
    found = program.attributes(_class(source))
    kinds = [(item.name, type(item.value).__name__, item.annotation is not None) for item in found]
    assert kinds == [
        ("id", "Application", True),
        ("name", "NoneType", True),
        ("Meta", "ClassValue", False),
        ("f", "Closure", False),
        ("z", "NoneType", True),
        ("id2", "Application", False),
    ]
    first = found[0].value
    assert isinstance(first, Application)
    assert list(first.keywords) == ["key"]
    assert found[5].value is first


def test_the_order_of_bases() -> None:
    source = "from o import P\nclass A(P): pass\nclass B(A): pass\nclass C(A): pass\nclass x(B, C): pass"
    order = linked({"a.py": source}).mro(value(source))  # type: ignore[arg-type]
    names = [item.declaration.name if isinstance(item, ClassValue) else item.dotted for item in order]  # type: ignore[union-attr]
    assert names == ["x", "B", "C", "A", "o.P"]


@pytest.mark.parametrize(
    "source", ["class x(x): pass", "class A(B): pass\nclass B(A): pass\nx = A", "class x(y.z, y.z): pass"]
)
def test_bases_that_cannot_be(source: str) -> None:
    assert linked({"a.py": source}).mro(_class(source))


def test_a_condition_that_is_not_known() -> None:
    found = value("from b import c\nclass A:\n  if c:\n    a = 1\nx = A.a")
    assert isinstance(found, Unresolved)
    assert len(found.alternatives) == 1


def test_what_a_base_from_outside_has_stays_an_access() -> None:
    found = value("from b import C\nclass A(C): pass\nx = A.objects")
    assert isinstance(found, Access)
    assert isinstance(found.object, ClassValue)


def test_instances_are_applications_of_their_class() -> None:
    found = value("class A: pass\nx = A(1, b=2)")
    assert isinstance(found, Application)
    assert isinstance(found.callee, ClassValue)
    assert list(found.keywords) == ["b"]


ENUM = "import enum\nfrom enum import auto\nclass E(str, enum.Enum):\n  A = 'a'\n  B = 'b'\n  def f(self): pass\n"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (ENUM + "x = E.A.value", "'a'"),
        (ENUM + "x = E['B'].name", "'B'"),
        (ENUM + "x = [m.value for m in E]", "['a', 'b']"),
        ("import enum\nclass E(enum.Enum):\n  A = enum.auto()\n  B = 5\n  C = enum.auto()\nx = E.C.value", "6"),
        ("import enum\nclass E(enum.StrEnum):\n  AB = enum.auto()\nx = E.AB.value", "'ab'"),
        ("from django.db import models\nclass E(models.TextChoices):\n  A = 'a', 'Label'\nx = E.A.value", "'a'"),
    ],
)
def test_enumerations(source: str, expected: str) -> None:
    comes_to(source, expected)


def test_a_member_of_an_enumeration() -> None:
    found = value(f"{ENUM}x = E.A")
    assert isinstance(found, Access)
    assert found.name == "A"


def test_decorators_do_not_hide_what_they_decorate() -> None:
    assert isinstance(value("from b import c\n@c\ndef x(): pass"), Closure)
    assert isinstance(value("from b import c\n@c(1)\nclass x: pass"), ClassValue)


def test_effects_are_calls_and_decorators() -> None:
    source = "from b import App\napp = App()\n@app.get('/')\ndef f(): pass\napp.include(1, prefix='/a')\n"
    program = linked({"a.py": source})
    found = [program.describe(effect) for effect in program.effects("a.py") if isinstance(effect, Application)]
    assert [text.split(" =>")[0] for text in found] == [
        "App()",
        "App().get('/')",
        "App().get('/')(@app.get('/') function f()",
        "App().include(1, prefix='/a')",
    ]


def test_decorators_inside_functions_have_effects() -> None:
    source = """
from b import App
def make(name):
    made = App()
    @made.get(name)
    def f(): pass
    return made
app = make("x")
"""
    program = linked({"a.py": source})
    found = [program.describe(effect) for effect in program.effects("a.py") if isinstance(effect, Application)]
    assert [text.split(" =>")[0] for text in found] == [
        "App()",
        "App().get('x')",
        "App().get('x')(@made.get(name) function f()",
    ]


def test_what_is_added_to_a_list_is_known_by_its_call() -> None:
    found = value("from b import more\nx = [1] + more()")
    assert isinstance(found, ListValue)
    assert [type(one.value) for one in found.open] == [Application]


def test_builtins_are_external() -> None:
    found = value("x = int")
    assert isinstance(found, External)
    assert found.dotted == "builtins.int"


def test_names_of_a_body_that_change() -> None:
    source = """
class Base:
    items = [1]
class A:
    items = [0]
    items.extend(Base.items)
    items.append(2)
    items += [3]
x = [A.items, Base.items]
"""
    comes_to(source, "[[0, 1, 2, 3], [1]]")
