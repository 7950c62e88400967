"""Models of MobX-State-Tree: https://mobx-state-tree.js.org/intro/getting-started."""

from collections.abc import Iterator

from datamodel_check.extract.layers.state.members import together
from datamodel_check.extract.symbols import callee, string
from datamodel_check.model.layers import Member
from datamodel_check.model.program import Program
from datamodel_check.model.values import Access, Application, Closure, External, ObjectValue, Value

_SELF = External("mobx-state-tree", ("self",))
"""Stands for the instance that functions of a model are given."""


def model(value: Value) -> Application | None:
    """The call of `types.model` that a chain of `.actions(…).views(…)` begins with."""
    while isinstance(value, Application):
        made = callee(value)
        if made is not None and made.package == "mobx-state-tree" and made.path[-2:] == ("types", "model"):
            return value
        if not isinstance(value.callee, Access):
            return None
        value = value.callee.object
    return None


def name(value: Application) -> str | None:
    """The name that a model gives itself."""
    return string(value.arguments[0]) if value.arguments else None


def members(program: Program, value: Value) -> tuple[Member, ...]:
    """Properties and volatile state as fields, views as computed values, actions."""
    return together(tuple(_members(program, value)))


def _members(program: Program, value: Value) -> Iterator[Member]:
    first = model(value)
    for argument in first.arguments if first is not None else ():
        if isinstance(argument, ObjectValue):
            yield from (Member(key) for key in argument.entries)
    while isinstance(value, Application) and isinstance(value.callee, Access):
        kind = {"props": "field", "volatile": "field", "views": "computed", "actions": "action"}.get(value.callee.name)
        for argument in value.arguments if kind is not None else ():
            held = program.call(argument, (_SELF,)) if isinstance(argument, Closure) else argument
            for key in held.entries if isinstance(held, ObjectValue) else ():
                yield Member(key, kind)  # type: ignore[arg-type]  # one of the three
        value = value.callee.object
