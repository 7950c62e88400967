"""The endpoints of RTK Query: https://redux-toolkit.js.org/rtk-query/api/createApi."""

from collections.abc import Iterator
from typing import NamedTuple

from datamodel_check.extract.layers.state.addresses import endpoints
from datamodel_check.extract.layers.state.clients import Request
from datamodel_check.extract.layers.state.made import result
from datamodel_check.extract.layers.state.members import together
from datamodel_check.extract.layers.state.requests import Requests
from datamodel_check.extract.symbols import argument, entry, string
from datamodel_check.model.layers import Member
from datamodel_check.model.program import Program
from datamodel_check.model.values import (
    Access,
    Application,
    Closure,
    Constant,
    External,
    ListValue,
    ObjectValue,
    Value,
)

_BUILDER = External("@reduxjs/toolkit/query", ("builder",))

_KINDS = frozenset({"infiniteQuery", "mutation", "query"})


class Endpoint(NamedTuple):
    name: str
    kind: str
    options: Value | None


class Api(NamedTuple):
    """The endpoints of one call, what they ask for, and the tags that they make stale."""

    members: tuple[Member, ...]
    endpoints: tuple[str, ...]
    invalidates: tuple[str, ...]


def api(program: Program, requests: Requests, value: Application) -> Api:
    """What `createApi(options)` or `injectEndpoints(options)` declares."""
    options = argument(value.arguments, 0)
    declared = tuple(_declared(program, entry(options, "endpoints")))
    base = _base(value)
    members = together(tuple(Member(one.name, "action" if one.kind == "mutation" else "field") for one in declared))
    asked = (told for one in declared for told in _asked(program, requests, one, base))
    stale = (tag for one in declared for tag in _tags(entry(one.options, "invalidatesTags")))
    return Api(members, tuple(dict.fromkeys(asked)), tuple(dict.fromkeys(stale)))


def _declared(program: Program, builder: Value | None) -> Iterator[Endpoint]:
    found = program.call(builder, (_BUILDER,)) if isinstance(builder, Closure) else builder
    for name, value in found.entries.items() if isinstance(found, ObjectValue) else ():
        if isinstance(value, Application) and isinstance(value.callee, Access) and value.callee.name in _KINDS:
            yield Endpoint(name, value.callee.name, argument(value.arguments, 0))


def _asked(program: Program, requests: Requests, one: Endpoint, base: Value | None) -> Iterator[str]:
    """The address of `query`, or the requests of `queryFn`."""
    query = entry(one.options, "query")
    if query is None:
        yield from requests.endpoints_of(entry(one.options, "queryFn"))
        return
    sent = result(program, query) if isinstance(query, Closure) else query
    address = entry(sent, "url") if isinstance(sent, ObjectValue) else sent
    if address is not None:
        method = string(entry(sent, "method")) if isinstance(sent, ObjectValue) else None
        yield from endpoints(Request((method or "GET").upper(), address, (base,) if base is not None else ()))


def _base(value: Application) -> Value | None:
    """`fetchBaseQuery({ baseUrl })`, also of the API that endpoints are injected into."""
    options = argument(value.arguments, 0)
    query = entry(options, "baseQuery")
    while isinstance(query, Application):
        found = entry(argument(query.arguments, 0), "baseUrl")
        if found is not None:
            return found
        query = argument(query.arguments, 0)
    inner = value.callee.object if isinstance(value.callee, Access) else None
    return _base(inner) if isinstance(inner, Application) else None


def _tags(value: Value | None) -> Iterator[str]:
    for one in value.items if isinstance(value, ListValue) else ():
        told = string(one) if isinstance(one, Constant) else string(entry(one, "type"))
        if told is not None:
            yield told
