"""What a reducer keeps: the names of the parts that are put together in it, or the fields of its own state.

Sources: https://redux.js.org/api/combinereducers, https://redux-toolkit.js.org/api/combineSlices,
https://redux-toolkit.js.org/api/configureStore#reducer, https://github.com/rt2zz/redux-persist#basic-usage.
"""

from typing import NamedTuple

from datamodel_check.extract.layers.state.made import result
from datamodel_check.extract.layers.state.redux.known import maker
from datamodel_check.extract.layers.state.redux.slices import fields, first_state, named
from datamodel_check.extract.symbols import argument, callee, entry, string
from datamodel_check.model.layers import Member
from datamodel_check.model.program import Program
from datamodel_check.model.values import Access, Application, Closure, Namespace, ObjectValue, Unresolved, Value

_KEYS = {"createApi": ("reducerPath", "api"), "createSlice": ("name", None)}
"""Where what makes a part says its name, and what it is called when it does not."""


class Parts(NamedTuple):
    """The reducers of a state by their names, or the members of a state that has one reducer; `unknown` is the rest."""

    reducers: dict[str, Value]
    members: tuple[Member, ...] = ()
    unknown: str | None = None

    @property
    def fields(self) -> tuple[Member, ...]:
        return tuple(Member(name) for name in sorted(self.reducers)) or self.members


def of_store(program: Program, value: Application) -> Parts:
    """The state of `configureStore({ reducer })` and of `createStore(reducer)`."""
    given = argument(value.arguments, 0)
    return parts(program, entry(given, "reducer") if maker(value) == "configureStore" else given)


def parts(program: Program, reducer: Value | None) -> Parts:
    """The state that a reducer, or an object of reducers, keeps."""
    match reducer:
        case ObjectValue() | Namespace():
            return _named(named(program, reducer))
        case Application() if maker(reducer) == "combineReducers":
            return parts(program, argument(reducer.arguments, 0))
        case Application() if maker(reducer) == "combineSlices":
            return _together(program, reducer.arguments)
        case Application() if maker(reducer) == "createReducer":
            return Parts({}, fields(program, argument(reducer.arguments, 0)))
        case Application() if _is_persisting(reducer):
            return parts(program, argument(reducer.arguments, 1))
        case Access(object=Application() as slice_, name="reducer") if maker(slice_) == "createSlice":
            return Parts({}, fields(program, entry(argument(slice_.arguments, 0), "initialState")))
        case Closure():
            return _of_function(program, reducer)
        case _:
            return Parts({}, (), _reason(reducer))


def _named(value: ObjectValue) -> Parts:
    """The entries of an object, also those whose keys are the names of slices: `[cart.name]: cart.reducer`."""
    reducers, unknown = dict(value.entries), None
    for one in value.open:
        name = _own_name(one.entry[0]) if one.entry else None
        if name is not None and one.entry:
            reducers[name] = one.entry[1]
        else:
            unknown = one.reason
    return Parts(reducers, (), unknown)


def _own_name(key: Value) -> str | None:
    """`cart.name` and `cart.reducerPath` of a slice, `api.reducerPath` of an API."""
    if not isinstance(key, Access) or key.name not in {"name", "reducerPath"}:
        return None
    return own_key(key.object, key.name)


def own_key(value: Value, name: str) -> str | None:
    """The name under which the state has what a slice or an API reduces, as the slice or the API says it."""
    made = maker(value)
    if made not in _KEYS or not isinstance(value, Application):
        return None
    word, usual = _KEYS[made]
    options = argument(value.arguments, 0)
    if name == "reducerPath":
        return string(entry(options, "reducerPath")) or string(entry(options, word)) or usual
    return string(entry(options, word))


def _together(program: Program, given: tuple[Value, ...]) -> Parts:
    """`combineSlices(cart, { user })`: slices by their own names, and objects of reducers."""
    reducers: dict[str, Value] = {}
    unknown = None
    for one in given:
        key = own_key(one, "reducerPath")
        if key is not None:
            reducers[key] = one
        elif isinstance(one, ObjectValue | Namespace):
            more = _named(named(program, one))
            reducers.update(more.reducers)
            unknown = more.unknown or unknown
        else:
            unknown = _reason(one)
    return Parts(reducers, (), unknown)


def _is_persisting(value: Application) -> bool:
    made = callee(value)
    return made is not None and made.package.startswith("redux-persist") and "persistReducer" in made.path


def _of_function(program: Program, reducer: Closure) -> Parts:
    """A reducer that is written out, or one that hands on to another: `(state, action) => combined(state, action)`."""
    initial = first_state(program, reducer)
    if initial is not None:
        return Parts({}, fields(program, initial))
    inner = result(program, reducer)
    if isinstance(inner, Application) and maker(inner.callee) is not None:
        return parts(program, inner.callee)
    return Parts({}, (), "it is a function whose first state is not given")


def _reason(value: Value | None) -> str:
    return value.reason if isinstance(value, Unresolved) else "its reducer is not known"
