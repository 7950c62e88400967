"""What sends requests: `fetch`, and the clients of packages, as they are made and called."""

import re
from typing import NamedTuple

from datamodel_check.extract.symbols import argument, entry, string, symbol
from datamodel_check.model.values import Access, Application, Constant, External, ObjectValue, Value

_METHODS = {name: name.upper() for name in ("get", "post", "put", "patch", "delete", "head", "options")}

_FETCHES = {
    *(("", path) for path in (("fetch",), ("window", "fetch"), ("globalThis", "fetch"), ("self", "fetch"))),
    *((package, path) for package in ("cross-fetch", "isomorphic-fetch", "node-fetch") for path in ((), ("default",))),
    *((package, path) for package in ("unfetch", "isomorphic-unfetch") for path in ((), ("default",))),
    *(("cross-fetch", ("fetch",)), ("@tauri-apps/plugin-http", ("fetch",)), ("undici", ("fetch",))),
}

_CLIENTS = {
    *((package, path) for package in ("axios", "redaxios", "ky", "ky-universal") for path in ((), ("default",))),
    *(("axios", ("axios",)), ("ofetch", ("ofetch",)), ("ofetch", ("$fetch",))),
}
"""Clients that are called like `fetch`, by methods of their own, or made with options."""

_BASES = ("baseURL", "prefixUrl", "prefix")

_MAKERS = {"create", "extend"}


class Request(NamedTuple):
    """A request: its address, and what stands before it; the method is in capitals, `*` where it is not known."""

    method: str
    address: Value
    bases: tuple[Value, ...] = ()


def request(callee: Value, arguments: tuple[Value, ...]) -> Request | None:
    """The request that a call sends; None of a call that is none."""
    if _is_fetch(callee):
        return _called(arguments, ())
    bases = _bases(callee)
    if bases is not None:
        return _called(arguments, bases)
    holder, name = _split(callee)
    bases = _bases(holder) if holder is not None else None
    if bases is None or not arguments:
        return None
    if name in _METHODS:
        address = arguments[0]
        if isinstance(address, ObjectValue):  # generated clients: `client.get({ url, … })`
            found = _called((address,), bases)
            return found._replace(method=_METHODS[name]) if found is not None else None
        return Request(_METHODS[name], address, bases)
    return _called(arguments, bases) if name in {"raw", "request"} else None


def generated(method: str, arguments: tuple[Value, ...]) -> Request | None:
    """The request of a method that is given the path as `url`, whatever its object is: so write what is generated of
    a back end's description. https://heyapi.dev/openapi-ts/clients
    """
    url = entry(argument(arguments, 0), "url") if method in _METHODS else None
    path = string(url) if url is not None else None
    return Request(_METHODS[method], Constant(_BRACED.sub(r":\1", path))) if path and path.startswith("/") else None


_BRACED = re.compile(r"\{(\w+)\}")


def _is_fetch(callee: Value) -> bool:
    known = symbol(callee)
    return known is not None and (known.package, known.path) in _FETCHES


def _called(arguments: tuple[Value, ...], bases: tuple[Value, ...]) -> Request | None:
    """`fetch(address, options)`, or `axios({ url, method, baseURL })`."""
    if not arguments:
        return None
    options = argument(arguments, 1)
    address = arguments[0]
    if isinstance(address, ObjectValue):
        options, found = address, address.entries.get("url")
        if found is None:
            return None
        address = found
    elif isinstance(address, Application) and address.new and address.arguments:
        options, address = (
            argument(address.arguments, 1) or options,
            address.arguments[0],
        )  # `new Request(…)`, `new URL(…)`
    own = entry(options, "baseURL") or entry(options, "prefixUrl")
    return Request(_method(options), address, (*bases, *((own,) if own is not None else ())))


def _method(options: Value | None) -> str:
    given = entry(options, "method")
    if given is None:
        return "*" if isinstance(options, ObjectValue) and options.open else "GET"
    told = string(given)
    return told.upper() if told else "*"


def _bases(client: Value) -> tuple[Value, ...] | None:
    """The addresses that a client puts before others, from the outside in; None of what is no client."""
    known = symbol(client)
    if known is not None:
        return () if (known.package, known.path) in _CLIENTS else None
    if not isinstance(client, Application):
        return None
    holder, name = _split(client.callee)
    before = _bases(holder) if holder is not None and name in _MAKERS else None
    if before is None:
        return None
    options = argument(client.arguments, 0)
    own = next((one for option in _BASES if (one := entry(options, option)) is not None), None)
    return (*before, *((own,) if own is not None else ()))


def _split(callee: Value) -> tuple[Value | None, str]:
    """`client.get` as the client and the method, also of `import { get } from "client"`."""
    if isinstance(callee, Access):
        return callee.object, callee.name
    if isinstance(callee, External) and callee.path:
        return External(callee.package, callee.path[:-1]), callee.path[-1]
    return None, ""
