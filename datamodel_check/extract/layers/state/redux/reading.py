"""Everything that Redux keeps: slices, plain reducers in a store, stores, and APIs."""

from collections.abc import Sequence

from datamodel_check.extract.layers.state.borrowing import own_and_borrowers
from datamodel_check.extract.layers.state.made import Made, made, returned
from datamodel_check.extract.layers.state.members import together
from datamodel_check.extract.layers.state.redux.apis import api
from datamodel_check.extract.layers.state.redux.known import NAMES, maker
from datamodel_check.extract.layers.state.redux.reducers import Parts, of_store, parts
from datamodel_check.extract.layers.state.redux.slices import fields, of_reducer, of_slice
from datamodel_check.extract.layers.state.requests import Requests
from datamodel_check.extract.protocol import Settings, States
from datamodel_check.extract.symbols import argument, entry, string
from datamodel_check.model.layers import State
from datamodel_check.model.location import Location
from datamodel_check.model.program import Program
from datamodel_check.model.snapshot import Diagnostic
from datamodel_check.model.values import Closure, Value

_STORES = frozenset({"configureStore", "createStore", "legacy_createStore"})


def states(program: Program, candidates: Sequence[str], settings: Settings) -> States:
    """What the application's own files declare."""
    own = own_and_borrowers(program, candidates, settings, _is_wanted, NAMES)
    reading = _Reading(program)
    written = {reading.add(one) for one in made(program, own, _is_wanted)}
    for one in returned(program, own, _is_store):
        if one.value.location not in written:
            reading.add(one)
    return States(tuple(reading.states.values()), tuple(reading.diagnostics))


def _is_wanted(value: Value) -> bool:
    return maker(value) is not None


def _is_store(value: Value) -> bool:
    return maker(value) in _STORES


class _Reading:
    """Gathers what the calls of Redux's functions declare."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._requests = Requests(program)
        self.states: dict[tuple[str, Location], State] = {}
        self.diagnostics: list[Diagnostic] = []

    def add(self, one: Made) -> Location:
        """What one call declares, and the place of the call."""
        name = maker(one.value) or ""
        if name == "createSlice":
            self._keep(self._slice(one))
        elif name == "createReducer":
            begins = argument(one.value.arguments, 0)
            self._keep(State("redux", "slice", one.name, one.location, fields(self._program, begins)))
        elif name in {"createApi", "injectEndpoints"}:
            self._keep(self._api(one, name))
        elif name in _STORES:
            self._store(one)
        elif name == "combineReducers":
            self._plain(parts(self._program, one.value))
        return one.value.location

    def _keep(self, state: State) -> None:
        self.states.setdefault((state.kind, state.location), state)

    def _slice(self, one: Made) -> State:
        options = argument(one.value.arguments, 0)
        members = of_slice(self._program, options)
        return State("redux", "slice", one.name, one.location, members, string(entry(options, "name")))

    def _api(self, one: Made, name: str) -> State:
        declared = api(self._program, self._requests, one.value)
        key = string(entry(argument(one.value.arguments, 0), "reducerPath")) or ("api" if name == "createApi" else None)
        return State(
            "redux", "api", one.name, one.location, declared.members, key, declared.endpoints, declared.invalidates
        )

    def _store(self, one: Made) -> None:
        found = of_store(self._program, one.value)
        self._keep(State("redux", "store", one.name, one.location, found.fields))
        if found.unknown is not None:
            message = f"not all parts of the store {one.name} are known: {found.unknown}"
            self.diagnostics.append(Diagnostic("unresolved", one.location, message))
        self._plain(found)

    def _plain(self, found: Parts) -> None:
        """Reducers that are functions, by the names that the state has for them."""
        for key, reducer in found.reducers.items():
            members = of_reducer(self._program, reducer)
            if members is not None and isinstance(reducer, Closure):
                place = Location(reducer.scope.path, reducer.function.span)
                self._keep(State("redux", "slice", reducer.function.name or key, place, together(members), key))
            elif maker(reducer) == "combineReducers":
                self._plain(parts(self._program, reducer))
