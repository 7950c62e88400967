"""Stores, wherever they are made: at the top of a module, in functions, through wrappers of the repository."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.layers.state.members import Members
from datamodel_check.extract.layers.state.zustand.contents import contents
from datamodel_check.extract.layers.state.zustand.known import initializer, peeled, storage_key
from datamodel_check.extract.protocol import Settings, States
from datamodel_check.extract.symbols import string
from datamodel_check.model.layers import State
from datamodel_check.model.location import Location
from datamodel_check.model.module import Binding, Call, Expression
from datamodel_check.model.program import Program
from datamodel_check.model.snapshot import Diagnostic
from datamodel_check.model.values import Value


class Made(NamedTuple):
    """A store under the name that others know it by."""

    name: str
    value: Value
    location: Location
    written: Expression | None


def stores(program: Program, candidates: Sequence[str], settings: Settings) -> States:
    """The stores that the application's own files make."""
    found = _Found(program)
    for path in candidates:
        if decoy(path, settings) is None:
            for made in _bound(program, path):
                found.add(made)
    return States(tuple(found.states), tuple(found.diagnostics))


class _Found:
    def __init__(self, program: Program) -> None:
        self._program = program
        self._members = Members(program)
        self.states: list[State] = []
        self.diagnostics: list[Diagnostic] = []

    def add(self, made: Made) -> None:
        filler = initializer(made.value)
        if filler is None:
            return
        filled = peeled(filler)
        types = tuple((one, made.location.path) for one in _type_arguments(made.written))
        held = contents(self._program, self._members, filled, types, made.location)
        if held.unknown is not None:
            self._tell(made, held.unknown.reason)
        options = tuple(name for name, _ in filled.middlewares)
        key = string(storage_key(filled.middlewares))
        self.states.append(State("zustand", "store", made.name, made.location, held.members, key, options=options))

    def _tell(self, made: Made, reason: str) -> None:
        message = f"not all members of the store {made.name} are known: {reason}"
        hint = "Give the store a type: `create<State>()(…)`."
        self.diagnostics.append(Diagnostic("unresolved", made.location, message, hint))


def _bound(program: Program, path: str) -> Iterator[Made]:
    """The stores that top-level bindings of a module stand for; of several names of one the exported."""
    module = program.module(path)
    if module is None:
        return
    written = {one.name: one.value for one in module.statements if isinstance(one, Binding)}
    exported = {one.original for one in module.exports if one.source is None}
    found: dict[int, Made] = {}
    for binding in program.bindings(path):
        if initializer(binding.value) is None:
            continue
        made = Made(binding.name, binding.value, binding.location, written.get(binding.name))
        known = found.get(id(binding.value))
        if known is None:
            found[id(binding.value)] = made
        elif known.name not in exported and binding.name in exported:
            found[id(binding.value)] = known._replace(name=binding.name)
    yield from found.values()


def _type_arguments(written: Expression | None) -> Iterator[Expression]:
    """Those of the call that makes a store, or of the one before it: `create<State>()(…)`."""
    while isinstance(written, Call):
        yield from written.type_arguments[:1]
        written = written.callee
