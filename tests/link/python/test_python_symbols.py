"""What stays known of expressions whose meaning a package decides."""

from collections.abc import Sequence

import pytest

from datamodel_check.model.program import Effect
from datamodel_check.model.values import Application, Closure, Constant, Unresolved
from tests.link.python.vocabulary import linked, value


@pytest.mark.parametrize(
    ("expression", "operator"),
    [
        ("q(1) | q(2)", "or_"),
        ("q(1) & q(2)", "and_"),
        ("~q(1)", "invert"),
        ("-q(1)", "neg"),
        ("q(1) + 1", "add"),
        ("q(1) == 1", "eq"),
    ],
)
def test_operators(expression: str, operator: str) -> None:
    found = value(f"from package import q\nx = {expression}")
    assert isinstance(found, Unresolved)
    assert isinstance(found.value, Application)
    assert repr(found.value.callee) == f"operator#{operator}"
    assert linked({}).describe(found.value.arguments[0]) == "q(1)"


def test_operators_without_a_function() -> None:
    found = value("from package import q\nx = q(1) < q(2) < q(3)")
    assert isinstance(found, Unresolved)
    assert found.value is None


def test_what_a_method_performs_with_keywords() -> None:
    source = """
from package import Base
class A(Base):
    def __init__(self, *args, **kwargs):
        kwargs["size"] = 7
        super().__init__(*args, **kwargs)
"""
    program = linked({"a.py": source})
    (holder,) = program.exports("a.py")[-1:]
    method = program.member(holder.value, "__init__")
    assert isinstance(method, Closure)
    effects = program.performed(method, [Constant(1)], holder.value, {"name": Constant("n")})
    assert _described(effects) == ["super()", "super().__init__(1, name='n', size=7)"]


def _described(effects: Sequence[Effect]) -> list[str]:
    return [linked({}).describe(effect) for effect in effects if isinstance(effect, Application)]


def test_an_instance_keeps_what_its_constructor_is_given() -> None:
    source = """
from package import Base
class A(Base):
    size = 3
    def text(self):
        return f"char({self.length})"
x = A(length=7).text()
y = A(size=8).size
"""
    assert linked({}).describe(value(source)) == "'char(7)'"
    assert isinstance(value(source, "a.py#y"), Unresolved)


def test_members_of_members() -> None:
    program = linked({"a.py": "from enum import Enum\nclass A(Enum):\n    X = 1\n"})
    (*_, holder) = program.exports("a.py")
    assert program.describe(program.member(program.member(holder.value, "X"), "value")) == "1"


def text(source: str) -> str:
    """What `x` stands for, as source text."""
    return linked({}).describe(value(source))


def test_partial_functions() -> None:
    source = "from functools import partial\nfrom b import f\ndef g(*a, **k):\n  return [a, k]\n"
    assert text(f"{source}x = partial(f, 1, k=2)(3, l=4)") == "f(1, 3, k=2, l=4)"
    assert text(f"{source}x = partial(g, 1, k=2)(3, k=4)") == "[[1, 3], { k: 4 }]"
    assert text(f"{source}x = partial()(3)") == "partial()(3)"


def test_what_a_simple_namespace_holds() -> None:
    source = "from types import SimpleNamespace\n"
    assert text(f"{source}x = SimpleNamespace(name='a').name") == "'a'"
    assert text(f"{source}x = SimpleNamespace(name='a').other").endswith(".other")


def test_what_a_constructor_sets() -> None:
    source = """
from package import Base
class A(Base):
    def __init__(self, size=2, *, more=None):
        super().__init__()
        self.size = size * 10
        if more:
            self.more = more
            self.size_ = more
    def text(self):
        return f"char({self.size})"
x = [A().size, A(3).text(), A(size=4).size]
y = A(more=1).size_
"""
    assert text(source) == "[20, 'char(30)', 40]"
    assert linked({}).describe(value(source, "a.py#y")) == "A(more=1).size_"


def test_attributes_that_decorators_make_of_methods() -> None:
    source = """
from package.orm import declared_attr
from package import classproperty
class A:
    @declared_attr.directive
    def table(cls):
        return cls.__name__.lower()
    @classproperty
    def label(cls):
        return cls.table + "!"
class B(A):
    pass
x = [A.table, B.table, B.label]
"""
    assert text(source) == "['a', 'b', 'b!']"


def test_aliases_are_no_members() -> None:
    source = "from enum import Enum\nclass A(Enum):\n  X = 1\n  Y = 2\n  Z = 1\nx = [a.name for a in A]"
    assert text(source) == "['X', 'Y']"
