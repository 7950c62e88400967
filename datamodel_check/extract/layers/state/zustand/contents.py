"""What a store holds: the fields and actions that its type declares and its initial state has."""

from collections.abc import Iterator
from typing import NamedTuple

from datamodel_check.extract.layers.state.members import Members, of_object, together
from datamodel_check.extract.layers.state.zustand.known import Peeled, is_redux
from datamodel_check.model.layers import Member
from datamodel_check.model.location import Location
from datamodel_check.model.module import Expression
from datamodel_check.model.program import Program
from datamodel_check.model.values import Closure, Constant, ObjectValue, Unresolved, Value

_PARAMETERS = ("set", "get", "store")
"""What a store's function is given: https://zustand.docs.pmnd.rs/apis/create#parameters."""


class Contents(NamedTuple):
    """The members, and why there may be more of them."""

    members: tuple[Member, ...] = ()
    unknown: Unresolved | None = None


def contents(
    program: Program, members: Members, filled: Peeled, types: tuple[tuple[Expression, str], ...], place: Location
) -> Contents:
    """The members of a store; `types` are those written for it, of which the first that is known counts."""
    known = (members.of_type(*one) for one in types)
    declared = next((one for one in known if one), ())
    held: tuple[Member, ...] = ()
    unknown: list[Unresolved] = []
    for value in (*filled.initial, _filled(program, filled.inside, place)):
        if isinstance(value, ObjectValue):
            held = together(held, of_object(value, {one.name: one for one in declared}))
            unknown += value.open
        elif not _is_nothing(value):
            unknown += _unknown(value, place)
    if is_redux(filled.middlewares):
        held = together(held, (Member("dispatch", "action"),))
    return Contents(together(declared, held), None if declared or not unknown else unknown[0])


def _filled(program: Program, value: Value, place: Location) -> Value:
    if not isinstance(value, Closure):
        return value
    return program.call(value, [Unresolved("it is a parameter", name, place) for name in _PARAMETERS])


def _is_nothing(value: Value) -> bool:
    return isinstance(value, Constant) and value.undefined


def _unknown(value: Value, place: Location) -> Iterator[Unresolved]:
    """Why it is not known what a value holds; a plain value has no members."""
    if isinstance(value, Unresolved):
        yield value
    elif not isinstance(value, Constant):
        yield Unresolved("what the store begins with is not known", "", place)
