"""Atoms that modules declare, through wrappers of the repository that hand on Jotai's functions."""

from collections.abc import Iterator, Sequence

from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.layers.naming import stem
from datamodel_check.extract.layers.state.jotai.known import initial, maker, options, storage_key
from datamodel_check.extract.layers.state.members import Members, of_object
from datamodel_check.extract.protocol import Settings, States
from datamodel_check.model.layers import Member, State
from datamodel_check.model.location import Location
from datamodel_check.model.module import Binding, Call, Expression, Module
from datamodel_check.model.program import Program
from datamodel_check.model.values import Application, ObjectValue, Value


def atoms(program: Program, candidates: Sequence[str], settings: Settings) -> States:
    """The atoms of the application's own files."""
    members = Members(program)
    found: dict[Location, State] = {}
    for path in candidates:
        if decoy(path, settings) is None:
            for name, value, location, type_ in _declared(program, path):
                found.setdefault(value.location, _state(members, name, value, location, type_))
    return States(tuple(found.values()))


def _declared(program: Program, path: str) -> Iterator[tuple[str, Application, Location, Expression | None]]:
    """The atoms of a module, each where it is made: another name of one is none."""
    module = program.module(path)
    types = _types(module) if module is not None else {}
    for binding in program.bindings(path):
        name = stem(path).rpartition("/")[2] if binding.name == "default" else binding.name
        for inner, value in _within(name, binding.value):
            if isinstance(value, Application) and maker(value) is not None and value.location.path == path:
                place = binding.location if inner == name else value.location
                yield inner, value, place, types.get(binding.name)


def _within(name: str, value: Value) -> Iterator[tuple[str, Value]]:
    """The value of a binding, and the atoms that an object holds: `atoms.user`."""
    yield name, value
    if isinstance(value, ObjectValue):
        yield from ((f"{name}.{key}", entry) for key, entry in value.entries.items())


def _types(module: Module) -> dict[str, Expression]:
    """The `Type` of `const one = atom<Type>(…)`."""
    return {
        statement.name: statement.value.type_arguments[0]
        for statement in module.statements
        if isinstance(statement, Binding) and isinstance(statement.value, Call) and statement.value.type_arguments
    }


def _state(members: Members, name: str, value: Application, location: Location, type_: Expression | None) -> State:
    made = maker(value) or ""
    held: tuple[Member, ...] | None = None
    if type_ is not None and made in {"atom", "atomWithStorage", "atomWithReset", "atomWithImmer"}:
        held = members.of_type(type_, location.path)
    begins = initial(made, value)
    if held is None and isinstance(begins, ObjectValue):
        held = of_object(begins)
    key = storage_key(made, value)
    return State("jotai", "atom", name, location, held or (), key, options=options(made, value))
