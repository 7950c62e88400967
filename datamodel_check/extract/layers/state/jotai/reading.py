"""Atoms that modules declare, through wrappers of the repository that hand on Jotai's functions."""

from collections.abc import Sequence

from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.layers.state.jotai.known import initial, maker, options, storage_key
from datamodel_check.extract.layers.state.made import Made, made
from datamodel_check.extract.layers.state.members import Members, of_object
from datamodel_check.extract.protocol import Settings, States
from datamodel_check.model.layers import Member, State
from datamodel_check.model.module import Binding, Call, Expression, Module
from datamodel_check.model.program import Program
from datamodel_check.model.values import ObjectValue


def atoms(program: Program, candidates: Sequence[str], settings: Settings) -> States:
    """The atoms of the application's own files."""
    members = Members(program)
    own = [path for path in candidates if decoy(path, settings) is None]
    found = made(program, own, lambda value: maker(value) is not None)
    return States(tuple(_state(program, members, one) for one in found))


def _types(module: Module) -> dict[str, Expression]:
    """The `Type` of `const one = atom<Type>(…)`."""
    return {
        statement.name: statement.value.type_arguments[0]
        for statement in module.statements
        if isinstance(statement, Binding) and isinstance(statement.value, Call) and statement.value.type_arguments
    }


def _state(program: Program, members: Members, one: Made) -> State:
    name = maker(one.value) or ""
    held = _declared(program, members, one) if name in _HOLDING else None
    begins = initial(program, name, one.value)
    if held is None and isinstance(begins, ObjectValue):
        held = of_object(begins)
    key = storage_key(name, one.value)
    return State("jotai", "atom", one.name, one.location, held or (), key, options=options(name, one.value))


_HOLDING = frozenset({"atom", "atomWithImmer", "atomWithLazy", "atomWithReset", "atomWithStorage"})
"""What makes atoms whose first type argument is the type of what they hold."""


def _declared(program: Program, members: Members, one: Made) -> tuple[Member, ...] | None:
    """The members of the type that is written where the atom is made."""
    module = program.module(one.location.path) if one.location == one.value.location else None
    type_ = _types(module).get(one.binding) if module is not None else None
    return members.of_type(type_, one.location.path) if type_ is not None else None
