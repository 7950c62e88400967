"""What of Redux's packages makes something."""

from datamodel_check.extract.symbols import callee
from datamodel_check.model.values import Access, Application, Value

_PACKAGES = frozenset({"@reduxjs/toolkit", "redux", "@reduxjs/toolkit/query", "@reduxjs/toolkit/query/react"})

NAMES = frozenset(
    {
        *("combineReducers", "configureStore", "createApi", "createReducer", "createSlice", "createStore"),
        *("legacy_createStore", "combineSlices", "createAsyncThunk"),
    }
)


def maker(value: Value) -> str | None:
    """The function of Redux that makes a value: `createSlice`; `injectEndpoints` of what `createApi` made."""
    if not isinstance(value, Application):
        return None
    made = callee(value)
    if made is not None:
        name = made.path[-1] if made.path else ""
        return name if made.package in _PACKAGES and name in NAMES else None
    inner = value.callee
    if isinstance(inner, Application):
        made = callee(inner)
        return "createSlice" if made is not None and made.path[-1:] == ("buildCreateSlice",) else None
    if isinstance(inner, Access) and inner.name in {"injectEndpoints", "enhanceEndpoints"}:
        return inner.name if maker(inner.object) in {"createApi", "injectEndpoints", "enhanceEndpoints"} else None
    return None
