"""Objects: https://tc39.es/ecma262/#sec-object-objects."""

from collections.abc import Mapping

from datamodel_check.link import javascript as js
from datamodel_check.link.intrinsics.invocation import Intrinsic, Invocation, undecided
from datamodel_check.model.values import Constant, ListValue, ObjectValue, Value


def _own(call: Invocation, value: Value) -> ObjectValue:
    """What an object holds of its own."""
    return call.known(call.evaluator.own(value), value)


def _member(call: Invocation, value: ObjectValue, key: str) -> Value:
    return call.evaluator.member(value, key, call.location)


def _keys(call: Invocation) -> Value:
    value = _own(call, call.argument(0))
    return call.list([Constant(key) for key in value.entries], value.open)


def _values(call: Invocation) -> Value:
    value = _own(call, call.argument(0))
    return call.list([_member(call, value, key) for key in value.entries], value.open)


def _entries(call: Invocation) -> Value:
    value = _own(call, call.argument(0))
    return call.list([call.list((Constant(key), _member(call, value, key))) for key in value.entries], value.open)


def _from_entries(call: Invocation) -> Value:
    source = call.argument(0)
    made = ObjectValue({}, source.open) if isinstance(source, ListValue) else ObjectValue({})
    pairs = source.items if isinstance(source, ListValue) else call.elements(source)
    for pair in pairs:
        parts = call.elements(pair)
        key = call.text(parts[0] if parts else js.UNDEFINED)
        made.entries[key] = parts[1] if len(parts) > 1 else js.UNDEFINED
        made.places[key] = call.location
    made.entries = js.ordered(made.entries)
    if made.open:
        made.uncertain = frozenset(made.entries)
    return call.evaluator.drafts.object(made)


def _assign(call: Invocation) -> Value:
    """Changes its first argument, and returns it."""
    target = call.argument(0)
    if not isinstance(target, ObjectValue):
        raise undecided(target)
    call.evaluator.drafts.check(target)
    for value in call.arguments[1:]:
        call.evaluator.merge(target, value, call.location)
    return target


def _itself(call: Invocation) -> Value:
    return call.argument(0)


def _has_own(call: Invocation) -> Value:
    return _has(call, call.argument(0), call.argument(1))


def _has(call: Invocation, holder: Value, key: Value) -> Value:
    value, name = _own(call, holder), call.text(key)
    if name not in value.entries and value.open:
        raise undecided(value.open[0])
    return Constant(name in value.entries)


def _is(call: Invocation) -> Value:
    same = js.same_value_zero(call.argument(0), call.argument(1))
    return Constant(call.known(same, call.argument(0)))


METHODS: Mapping[str, Intrinsic] = {
    "hasOwnProperty": lambda call: _has(call, call.receiver, call.argument(0)),
    "toString": lambda call: Constant(call.text(call.receiver)),
    "valueOf": lambda call: call.receiver,
}

FUNCTIONS: Mapping[tuple[str, ...], Intrinsic] = {
    ("Object", "assign"): _assign,
    ("Object", "entries"): _entries,
    ("Object", "freeze"): _itself,
    ("Object", "fromEntries"): _from_entries,
    ("Object", "getOwnPropertyNames"): _keys,
    ("Object", "hasOwn"): _has_own,
    ("Object", "is"): _is,
    ("Object", "keys"): _keys,
    ("Object", "preventExtensions"): _itself,
    ("Object", "seal"): _itself,
    ("Object", "values"): _values,
}
