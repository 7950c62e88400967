"""Stores, wherever they are made: at the top of a module, in functions, through wrappers of the repository."""

from collections.abc import Iterator, Sequence

from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.layers.state.borrowing import own_and_borrowers
from datamodel_check.extract.layers.state.members import Members, together
from datamodel_check.extract.layers.state.zustand.contents import contents
from datamodel_check.extract.layers.state.zustand.known import initializer, peeled, storage_key
from datamodel_check.extract.layers.state.zustand.making import Made, Making
from datamodel_check.extract.protocol import Settings, States
from datamodel_check.extract.symbols import string
from datamodel_check.model.layers import State
from datamodel_check.model.location import Location
from datamodel_check.model.program import Program
from datamodel_check.model.snapshot import Diagnostic
from datamodel_check.model.values import Value


def stores(program: Program, candidates: Sequence[str], settings: Settings) -> States:
    """The stores that the application's own files make."""
    making = Making(program)
    own = own_and_borrowers(program, candidates, settings, _is_store, _WORDS)
    made = [one for path in own for one in making.of(path)]
    borrowers = [path for path in making.borrowers(own) if path not in own and decoy(path, settings) is None]
    made += [one for path in borrowers for one in making.of(path)]
    found = _Found(program)
    for one in _distinct(made):
        found.add(one)
    return States(tuple(found.states), tuple(found.diagnostics))


_WORDS = ("create", "createStore", "createWithEqualityFn")


def _is_store(value: Value) -> bool:
    return initializer(value) is not None


def _distinct(made: Sequence[Made]) -> Iterator[Made]:
    """Each store once: neither those of functions whose calls are stores of their own, nor other names of one."""
    called = {one.place for one in made if one.place != one.location}
    seen: set[tuple[Location, int]] = set()
    for one in made:
        if (one.location, id(one.value)) not in seen and (one.location != one.place or one.place not in called):
            seen.add((one.location, id(one.value)))
            yield one


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
        held = contents(self._program, self._members, filled, made.types, made.location)
        if held.unknown is not None:
            self._tell(made, held.unknown.reason)
        options = tuple(name for name, _ in filled.middlewares)
        key = string(storage_key(filled.middlewares))
        self.states.append(
            State(
                "zustand", "store", made.name, made.location, together(held.members, made.actions), key, options=options
            )
        )

    def _tell(self, made: Made, reason: str) -> None:
        message = f"not all members of the store {made.name} are known: {reason}"
        hint = "Give the store a type: `create<State>()(…)`."
        self.diagnostics.append(Diagnostic("unresolved", made.location, message, hint))
