"""Arrays: https://tc39.es/ecma262/#sec-array-objects."""

from collections.abc import Callable, Iterator, Mapping
from functools import cmp_to_key

from datamodel_check.link import javascript as js
from datamodel_check.link.describe import depending, describe
from datamodel_check.link.drafts import UndecidedError
from datamodel_check.link.intrinsics.invocation import Intrinsic, Invocation, position, undecided
from datamodel_check.model.values import Constant, ListValue, ObjectValue, Unresolved, Value


def receiver(call: Invocation) -> ListValue:
    assert isinstance(call.receiver, ListValue)
    return call.receiver


def known_items(call: Invocation) -> tuple[Value, ...]:
    """The items of the array, all of which must be known."""
    array = receiver(call)
    if array.open:
        raise undecided(array)
    return array.items


def _asked(call: Invocation) -> Iterator[tuple[Value, Value]]:
    """Each item with what the callback says about it."""
    array = receiver(call)
    for index, item in enumerate(array.items):
        yield item, call.call(call.argument(0), item, Constant(index), array)


# --- going over the items --------------------------------------------------------------------------------------------


def _map(call: Invocation) -> Value:
    return call.list([said for _, said in _asked(call)], receiver(call).open)


def _filter(call: Invocation) -> Value:
    kept: list[Value] = []
    unknown = receiver(call).open
    for item, said in _asked(call):
        truth = js.truth(said)
        if truth is None:
            because = depending(said, describe(item), call.location)
            unknown += (Unresolved(because.reason, because.text, because.location, ListValue((item,))),)
        elif truth:
            kept.append(item)
    return call.list(kept, unknown)


def _for_each(call: Invocation) -> Value:
    if receiver(call).open:
        raise undecided(receiver(call))
    for _ in _asked(call):
        pass
    return js.UNDEFINED


def _flat_map(call: Invocation) -> Value:
    items = [said for _, said in _asked(call)]
    return _flattened(call, ListValue(tuple(items), receiver(call).open), 1)


def _reduced(items: Callable[[Invocation], tuple[Value, ...]]) -> Intrinsic:
    def reduced(call: Invocation) -> Value:
        left = items(call)
        if len(call.arguments) > 1:
            total = call.argument(1)
        elif left:
            total, left = left[0], left[1:]
        else:
            raise undecided(call.receiver)
        first = len(known_items(call)) - len(left)
        for index, item in enumerate(left, first):
            total = call.call(call.argument(0), total, item, Constant(index), call.receiver)
        return total

    return reduced


def _some(call: Invocation) -> Value:
    unsure: Value | None = None
    for _, said in _asked(call):
        truth = js.truth(said)
        if truth:
            return js.TRUE
        unsure = said if truth is None else unsure
    if unsure is not None or receiver(call).open:
        raise undecided(unsure or receiver(call))
    return js.FALSE


def _every(call: Invocation) -> Value:
    unsure: Value | None = None
    for _, said in _asked(call):
        truth = js.truth(said)
        if truth is False:
            return js.FALSE
        unsure = said if truth is None else unsure
    if unsure is not None or receiver(call).open:
        raise undecided(unsure or receiver(call))
    return js.TRUE


# --- looking for items -----------------------------------------------------------------------------------------------


def _searched(*, last: bool, index: bool) -> Intrinsic:
    def searched(call: Invocation) -> Value:
        asked = list(enumerate(known_items(call)))
        for at, item in reversed(asked) if last else asked:
            if call.truth(call.call(call.argument(0), item, Constant(at), call.receiver)):
                return Constant(at) if index else item
        return Constant(-1) if index else js.UNDEFINED

    return searched


def _includes(call: Invocation) -> Value:
    answers = [js.same_value_zero(item, call.argument(0)) for item in receiver(call).items]
    if True in answers:
        return js.TRUE
    if None in answers or receiver(call).open:
        raise undecided(receiver(call) if receiver(call).open else call.argument(0))
    return js.FALSE


def _index_of(call: Invocation) -> Value:
    for index, item in enumerate(known_items(call)):
        if call.known(js.identical(item, call.argument(0)), item):
            return Constant(index)
    return Constant(-1)


def _last_index_of(call: Invocation) -> Value:
    for index, item in reversed(list(enumerate(known_items(call)))):
        if call.known(js.identical(item, call.argument(0)), item):
            return Constant(index)
    return Constant(-1)


def _at(call: Invocation) -> Value:
    items, index = known_items(call), call.integer(0)
    return items[index] if -len(items) <= index < len(items) else js.UNDEFINED


# --- making other arrays ---------------------------------------------------------------------------------------------


def _slice(call: Invocation) -> Value:
    items = known_items(call)
    start = position(call.integer(0), len(items))
    return call.list(items[start : position(call.integer(1, len(items)), len(items))])


def _concat(call: Invocation) -> Value:
    items, unknown = list(receiver(call).items), receiver(call).open
    for value in call.arguments:
        if isinstance(value, ListValue):
            items += value.items
            unknown += value.open
        elif isinstance(value, Constant | ObjectValue):
            items.append(value)
        else:
            unknown += (_whole(call, value),)
    return call.list(items, unknown + call.application.open)


def _whole(call: Invocation, value: Value) -> Unresolved:
    if isinstance(value, Unresolved):
        return value
    return Unresolved("what it holds is not known", describe(value), call.location, value)


def _flat(call: Invocation) -> Value:
    return _flattened(call, receiver(call), min(call.integer(0, 1), 32))


def _flattened(call: Invocation, value: ListValue, depth: int) -> Value:
    for _ in range(depth):
        if not any(isinstance(item, ListValue | Unresolved) for item in value.items):
            break
        items: list[Value] = []
        unknown = value.open
        for item in value.items:
            if isinstance(item, ListValue):
                items += item.items
                unknown += item.open
            elif isinstance(item, Unresolved):
                unknown += (item,)
            else:
                items.append(item)
        value = call.list(items, unknown)
    return call.list(value.items, value.open)


def _join(call: Invocation) -> Value:
    separator = call.text(call.argument(0)) if call.given(0) else ","
    items = known_items(call)
    joined = js.joined(ListValue(items), separator)
    if joined is None:
        raise undecided(next(item for item in items if not js.is_nullish(item) and js.to_string(item) is None))
    return call.string(joined)


def _entries(call: Invocation) -> Value:
    return call.list([call.list((Constant(index), item)) for index, item in enumerate(known_items(call))])


def _keys(call: Invocation) -> Value:
    return call.list([Constant(index) for index in range(len(known_items(call)))])


def _values(call: Invocation) -> Value:
    return call.list(receiver(call).items, receiver(call).open)


def _to_reversed(call: Invocation) -> Value:
    return call.list(known_items(call)[::-1])


def _to_sorted(call: Invocation) -> Value:
    return call.list(sorted_items(call))


def sorted_items(call: Invocation) -> list[Value]:
    """Undefined goes last; without a callback texts are compared by their UTF-16 units."""
    items = [item for item in known_items(call) if not (isinstance(item, Constant) and item.undefined)]
    rest = len(known_items(call)) - len(items)
    if call.given(0):

        def compare(left: Value, right: Value) -> int:
            return _sign(call.number(call.call(call.argument(0), left, right)))

        items.sort(key=cmp_to_key(compare))
    else:
        items.sort(key=lambda item: js.units(call.text(item)))
    return items + [js.UNDEFINED] * rest


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


def _with(call: Invocation) -> Value:
    items, index = list(known_items(call)), call.integer(0)
    if not -len(items) <= index < len(items):
        raise undecided(call.argument(0))
    items[index] = call.argument(1)
    return call.list(items)


def _to_spliced(call: Invocation) -> Value:
    kept, _ = cut(call)
    return call.list(kept)


def cut(call: Invocation) -> tuple[list[Value], tuple[Value, ...]]:
    """What `splice` leaves and what it takes away."""
    items = known_items(call)
    start = position(call.integer(0), len(items))
    count = max(call.integer(1), 0) if len(call.arguments) > 1 else len(items)
    end = min(start + count, len(items)) if call.arguments else start
    return [*items[:start], *call.arguments[2:], *items[end:]], items[start:end]


METHODS: Mapping[str, Intrinsic] = {
    "at": _at,
    "concat": _concat,
    "entries": _entries,
    "every": _every,
    "filter": _filter,
    "find": _searched(last=False, index=False),
    "findIndex": _searched(last=False, index=True),
    "findLast": _searched(last=True, index=False),
    "findLastIndex": _searched(last=True, index=True),
    "flat": _flat,
    "flatMap": _flat_map,
    "forEach": _for_each,
    "includes": _includes,
    "indexOf": _index_of,
    "join": _join,
    "keys": _keys,
    "lastIndexOf": _last_index_of,
    "map": _map,
    "reduce": _reduced(known_items),
    "reduceRight": _reduced(lambda call: known_items(call)[::-1]),
    "slice": _slice,
    "some": _some,
    "toReversed": _to_reversed,
    "toSorted": _to_sorted,
    "toSpliced": _to_spliced,
    "toString": _join,
    "values": _values,
    "with": _with,
}


# --- functions of Array ----------------------------------------------------------------------------------------------


def _from(call: Invocation) -> Value:
    source = call.argument(0)
    if isinstance(source, ObjectValue):
        length = call.number(source.entries.get("length", Constant(0)))
        size = int(min(max(length, 0), 2**53)) if length == length else 0
        call.evaluator.budget.make(size)
        items = [source.entries.get(str(index), js.UNDEFINED) for index in range(size)]
    else:
        items = list(call.elements(source))
    if not call.given(1):
        return call.list(items)
    return call.list([call.call(call.argument(1), item, Constant(index)) for index, item in enumerate(items)])


def _of(call: Invocation) -> Value:
    return call.list(call.arguments)


def _array(call: Invocation) -> Value:
    """`Array(3)` has room for three; of other arguments it is the array of them."""
    first = call.argument(0)
    kind = js.type_of(first)
    if len(call.arguments) == 1 and kind is None:
        raise undecided(first)
    if len(call.arguments) != 1 or kind != "number":
        return call.list(call.arguments)
    length = call.number(first)
    if not (0 <= length < 2**32 and length == int(length)):
        raise UndecidedError("it throws: no array is so long")
    call.evaluator.budget.make(int(length))
    return call.list([js.UNDEFINED] * int(length))


def _is_array(call: Invocation) -> Value:
    if js.type_of(call.argument(0)) is None:
        raise undecided(call.argument(0))
    return Constant(isinstance(call.argument(0), ListValue))


FUNCTIONS: Mapping[tuple[str, ...], Intrinsic] = {
    ("Array",): _array,
    ("Array", "from"): _from,
    ("Array", "isArray"): _is_array,
    ("Array", "of"): _of,
}
