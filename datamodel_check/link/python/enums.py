"""Enumerations: https://docs.python.org/3/library/enum.html.

A member is the `Access` of its class, so that its class and its name stay known.
"""

from typing import TYPE_CHECKING

from datamodel_check.link.python.semantics import NONE
from datamodel_check.model.values import Access, Application, ClassValue, Closure, Constant, External, ListValue, Value

if TYPE_CHECKING:
    from datamodel_check.link.python.bindings import PythonBindings

_BASES = frozenset({"Enum", "Flag", "IntEnum", "IntFlag", "ReprEnum", "StrEnum"})

_CHOICES = frozenset({"Choices", "IntegerChoices", "TextChoices"})
"""Django's, whose members are written with their labels."""


def is_enum(bindings: "PythonBindings", value: Value) -> bool:
    """Whether a value is a class of enumerated members."""
    return isinstance(value, ClassValue) and any(
        isinstance(base, External) and base.path[-1:] and base.path[-1] in _BASES | _CHOICES
        for base in bindings.classes.order(value)
    )


def member(bindings: "PythonBindings", value: Access, name: str) -> Value | None:
    """`Color.RED.value` and `Color.RED.name`; None of what is no member of an enumeration, and of anything else."""
    holder = value.object
    if not isinstance(holder, ClassValue) or not is_enum(bindings, holder):
        return None
    if name in ("name", "_name_"):
        return Constant(value.name)
    return raw(bindings, holder, value.name) if name in ("value", "_value_") else None


def raw(bindings: "PythonBindings", value: ClassValue, name: str) -> Value:
    """The value of a member."""
    found = bindings.classes.body(value).value(name) if bindings.classes.body(value).has(name) else NONE
    last = [base.path[-1] for base in bindings.classes.order(value) if isinstance(base, External) and base.path]
    if _CHOICES & set(last) and isinstance(found, ListValue) and found.items:
        return found.items[0]
    if isinstance(found, Application) and isinstance(found.callee, External) and found.callee.path[-1:] == ("auto",):
        return _automatic(bindings, value, name, last)
    return found


def _automatic(bindings: "PythonBindings", value: ClassValue, name: str, bases: list[str]) -> Value:
    """What `auto()` stands for."""
    if "StrEnum" in bases:
        return Constant(name.lower())
    if "TextChoices" in bases:
        return Constant(name)
    names = members(bindings, value)
    if {"Flag", "IntFlag"} & set(bases):
        return Constant(1 << names.index(name))
    before = 0
    for other in names[: names.index(name)]:
        earlier = raw(bindings, value, other)
        before = (
            max(before, earlier.value) if isinstance(earlier, Constant) and isinstance(earlier.value, int) else before
        )
    return Constant(before + 1)


def members(bindings: "PythonBindings", value: ClassValue) -> list[str]:
    """The names of the members, in order."""
    return [
        attribute.name
        for attribute in bindings.classes.attributes(value)
        if attribute.value is not None
        and not attribute.name.startswith("_")
        and not isinstance(attribute.value, Closure | ClassValue)
    ]


def distinct(bindings: "PythonBindings", value: ClassValue) -> list[str]:
    """The names that going through the class gives: those of members, not of their aliases."""
    found: dict[str, str] = {}
    for name in members(bindings, value):
        found.setdefault(bindings.evaluator.describe(raw(bindings, value, name)), name)
    return list(found.values())
