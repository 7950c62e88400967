"""Atoms that modules declare, through wrappers of the repository that hand on Jotai's functions."""

from collections.abc import Sequence

from datamodel_check.extract.layers.state.borrowing import own_and_borrowers
from datamodel_check.extract.layers.state.jotai.known import MAKERS, asking, initial, maker, options, storage_key
from datamodel_check.extract.layers.state.made import Made, made
from datamodel_check.extract.layers.state.members import Members, of_object
from datamodel_check.extract.layers.state.requests import Requests
from datamodel_check.extract.protocol import Settings, States
from datamodel_check.model.layers import Member, State
from datamodel_check.model.module import Binding, Call, Expression, Module
from datamodel_check.model.program import Program
from datamodel_check.model.values import ObjectValue, Value


def atoms(program: Program, candidates: Sequence[str], settings: Settings) -> States:
    """The atoms of the application's own files."""
    members = Members(program)
    own = own_and_borrowers(program, candidates, settings, _is_atom, MAKERS)
    found = made(program, own, _is_atom)
    requests = Requests(program)
    return States(tuple(_state(program, members, requests, one) for one in found))


def _is_atom(value: Value) -> bool:
    return maker(value) is not None


def _types(module: Module) -> dict[str, Expression]:
    """The `Type` of `const one = atom<Type>(…)`."""
    return {
        statement.name: statement.value.type_arguments[0]
        for statement in module.statements
        if isinstance(statement, Binding) and isinstance(statement.value, Call) and statement.value.type_arguments
    }


def _state(program: Program, members: Members, requests: Requests, one: Made) -> State:
    name = maker(one.value) or ""
    held = _declared(program, members, one) if name in _HOLDING else None
    begins = initial(program, name, one.value)
    if held is None and isinstance(begins, ObjectValue):
        held = of_object(begins)
    key = storage_key(name, one.value)
    asked = requests.endpoints_of(asking(program, one.value))
    return State("jotai", "atom", one.name, one.location, held or (), key, asked, options=options(name, one.value))


_HOLDING = frozenset({"atom", "atomWithImmer", "atomWithLazy", "atomWithReset", "atomWithStorage"})
"""What makes atoms whose first type argument is the type of what they hold."""


def _declared(program: Program, members: Members, one: Made) -> tuple[Member, ...] | None:
    """The members of the type that is written where the atom is made."""
    module = program.module(one.location.path) if one.location == one.value.location else None
    type_ = _types(module).get(one.binding) if module is not None else None
    return members.of_type(type_, one.location.path) if type_ is not None else None
