"""Stores, wherever they are made: at the top of a module, in functions, through wrappers of the repository."""

from collections.abc import Sequence

from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.layers.state.members import Members, together
from datamodel_check.extract.layers.state.zustand.contents import contents
from datamodel_check.extract.layers.state.zustand.known import initializer, peeled, storage_key
from datamodel_check.extract.layers.state.zustand.making import Made, Making
from datamodel_check.extract.protocol import Settings, States
from datamodel_check.extract.symbols import string
from datamodel_check.model.layers import State
from datamodel_check.model.program import Program
from datamodel_check.model.snapshot import Diagnostic


def stores(program: Program, candidates: Sequence[str], settings: Settings) -> States:
    """The stores that the application's own files make."""
    found = _Found(program)
    making = Making(program)
    own = [path for path in candidates if decoy(path, settings) is None]
    for path in own:
        for made in making.of(path):
            found.add(made)
    for path in making.borrowers(own):
        if path not in own and decoy(path, settings) is None:
            for made in making.of(path):
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
