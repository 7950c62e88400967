"""Sets and maps, which stay the `Application` that made them: https://tc39.es/ecma262/#sec-keyed-collections."""

from collections.abc import Mapping

from datamodel_check.link import javascript as js
from datamodel_check.link.elements import is_global
from datamodel_check.link.intrinsics.invocation import Intrinsic, Invocation, undecided
from datamodel_check.model.values import Application, Constant, ListValue, Value


def _receiver(call: Invocation) -> Application:
    assert isinstance(call.receiver, Application)
    return call.receiver


def _is_map(call: Invocation) -> bool:
    return is_global(_receiver(call).callee, "Map")


def _pairs(call: Invocation) -> list[tuple[Value, Value]]:
    """Keys and values; in a set every element is both."""
    items = call.elements(call.receiver)
    if not _is_map(call):
        return [(item, item) for item in items]
    return [(pair[0], pair[1]) for pair in map(call.elements, items)]


def _find(call: Invocation) -> tuple[Value, Value] | None:
    for key, value in _pairs(call):
        if call.known(js.same_value_zero(key, call.argument(0)), key):
            return key, value
    return None


def _has(call: Invocation) -> Value:
    return Constant(_find(call) is not None)


def _get(call: Invocation) -> Value:
    found = _find(call)
    return js.UNDEFINED if found is None else found[1]


def _keys(call: Invocation) -> Value:
    return call.list([key for key, _ in _pairs(call)])


def _values(call: Invocation) -> Value:
    return call.list([value for _, value in _pairs(call)])


def _entries(call: Invocation) -> Value:
    return call.list([call.list(pair) for pair in _pairs(call)])


def _for_each(call: Invocation) -> Value:
    for key, value in _pairs(call):
        call.call(call.argument(0), value, key, call.receiver)
    return js.UNDEFINED


def _change(call: Invocation, items: list[Value]) -> Value:
    call.evaluator.drafts.check(call.receiver)
    _receiver(call).arguments = (call.list(items),)
    return call.receiver


def _add(call: Invocation) -> Value:
    return _change(call, [*call.elements(call.receiver), call.argument(0)])


def _set(call: Invocation) -> Value:
    pair = call.list((call.argument(0), call.argument(1)))
    return _change(call, [*call.elements(call.receiver), pair])


def _delete(call: Invocation) -> Value:
    found = _find(call)
    kept = [(key, value) for key, value in _pairs(call) if found is None or key is not found[0]]
    _change(call, [ListValue(pair) if _is_map(call) else pair[0] for pair in kept])
    return Constant(found is not None)


def _clear(call: Invocation) -> Value:
    _change(call, [])
    return js.UNDEFINED


METHODS: Mapping[str, Intrinsic] = {
    "add": _add,
    "clear": _clear,
    "delete": _delete,
    "entries": _entries,
    "forEach": _for_each,
    "get": _get,
    "has": _has,
    "keys": _keys,
    "set": _set,
    "values": _values,
}


def _new(call: Invocation) -> Value | None:
    """Stays symbolic, but may be changed in place by whoever made it."""
    if not call.application.new:
        raise undecided(call.application)
    call.evaluator.drafts.collection(call.application)
    return None


FUNCTIONS: Mapping[tuple[str, ...], Intrinsic] = {("Map",): _new, ("Set",): _new}
