"""Everything that Redux keeps: slices, plain reducers in a store, stores, and APIs."""

from collections.abc import Iterator, Sequence

from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.layers.naming import stem
from datamodel_check.extract.layers.state.members import together
from datamodel_check.extract.layers.state.redux.apis import api
from datamodel_check.extract.layers.state.redux.known import maker
from datamodel_check.extract.layers.state.redux.slices import fields, of_reducer, of_slice
from datamodel_check.extract.layers.state.requests import Requests
from datamodel_check.extract.protocol import Settings, States
from datamodel_check.extract.symbols import argument, entry, string
from datamodel_check.model.layers import Member, State
from datamodel_check.model.location import Location
from datamodel_check.model.program import Export, Program
from datamodel_check.model.values import Application, Closure, ObjectValue, Value

_STORES = frozenset({"configureStore", "createStore", "legacy_createStore"})


def states(program: Program, candidates: Sequence[str], settings: Settings) -> States:
    """What the application's own files declare."""
    requests = Requests(program)
    found: dict[tuple[str, Location], State] = {}
    for path in candidates:
        if decoy(path, settings) is None:
            for binding in program.bindings(path):
                for state in _of(program, requests, path, binding):
                    found.setdefault((state.kind, state.location), state)
    return States(tuple(found.values()))


def _of(program: Program, requests: Requests, path: str, binding: Export) -> Iterator[State]:
    value = binding.value
    name = maker(value)
    if name is None or not isinstance(value, Application) or value.location.path != path:
        return
    called = stem(path).rpartition("/")[2] if binding.name == "default" else binding.name
    options = argument(value.arguments, 0)
    if name == "createSlice":
        members = of_slice(program, options)
        yield State("redux", "slice", called, value.location, members, string(entry(options, "name")))
    elif name == "createReducer":
        yield State("redux", "slice", called, value.location, fields(program, options))
    elif name in {"createApi", "injectEndpoints"}:
        declared = api(program, requests, value)
        key = string(entry(options, "reducerPath")) or ("api" if name == "createApi" else None)
        yield State(
            "redux", "api", called, value.location, declared.members, key, declared.endpoints, declared.invalidates
        )
    elif name in {*_STORES, "combineReducers"}:
        reducers = _reducers(value)
        if name in _STORES:
            yield State("redux", "store", called, value.location, tuple(Member(key) for key in sorted(reducers)))
        yield from _plain(program, reducers)


def _reducers(value: Value) -> dict[str, Value]:
    """The parts of the state, and what reduces each."""
    if not isinstance(value, Application):
        return {}
    given = argument(value.arguments, 0)
    inner = entry(given, "reducer") if maker(value) == "configureStore" else given
    if isinstance(inner, ObjectValue):
        return dict(inner.entries)
    return _reducers(inner) if inner is not None and maker(inner) == "combineReducers" else {}


def _plain(program: Program, reducers: dict[str, Value]) -> Iterator[State]:
    """Reducers that are functions, by the names that the state has for them."""
    for key, reducer in reducers.items():
        members = of_reducer(program, reducer)
        if members is not None and isinstance(reducer, Closure):
            place = Location(reducer.scope.path, reducer.function.span)
            yield State("redux", "slice", reducer.function.name or key, place, together(members), key)
