"""Methods that change the array in place, which only those may that have made it: `drafts`."""

from collections.abc import Mapping, Sequence

from datamodel_check.link import javascript as js
from datamodel_check.link.describe import depending, describe
from datamodel_check.link.intrinsics.arrays import cut, known_items, receiver, sorted_items
from datamodel_check.link.intrinsics.invocation import Intrinsic, Invocation, position
from datamodel_check.model.values import Constant, ListValue, Value


def _change(call: Invocation, items: Sequence[Value]) -> ListValue:
    array = receiver(call)
    call.evaluator.drafts.check(array)
    call.evaluator.budget.make(len(items))
    array.items = tuple(items)
    return array


def _push(call: Invocation) -> Value:
    changed = _change(call, (*receiver(call).items, *call.arguments))
    changed.open += call.application.open
    return Constant(len(changed.items)) if not changed.open else _length(call, changed)


def _length(call: Invocation, changed: ListValue) -> Value:
    return depending(changed.open[0], f"{describe(changed)}.length", call.location)


def _unshift(call: Invocation) -> Value:
    return Constant(len(_change(call, (*call.arguments, *known_items(call))).items))


def _pop(call: Invocation) -> Value:
    items = known_items(call)
    _change(call, items[:-1])
    return items[-1] if items else js.UNDEFINED


def _shift(call: Invocation) -> Value:
    items = known_items(call)
    _change(call, items[1:])
    return items[0] if items else js.UNDEFINED


def _reverse(call: Invocation) -> Value:
    return _change(call, known_items(call)[::-1])


def _sort(call: Invocation) -> Value:
    return _change(call, sorted_items(call))


def _splice(call: Invocation) -> Value:
    kept, taken = cut(call)
    _change(call, kept)
    return call.list(taken)


def _fill(call: Invocation) -> Value:
    items = list(known_items(call))
    start = position(call.integer(1), len(items))
    end = position(call.integer(2, len(items)), len(items))
    return _change(call, [*items[:start], *[call.argument(0)] * (end - start), *items[max(start, end) :]])


METHODS: Mapping[str, Intrinsic] = {
    "fill": _fill,
    "pop": _pop,
    "push": _push,
    "reverse": _reverse,
    "shift": _shift,
    "sort": _sort,
    "splice": _splice,
    "unshift": _unshift,
}
