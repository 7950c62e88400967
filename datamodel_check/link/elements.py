"""What values hold one after the other: arrays, strings, and the sets and maps that have no value of their own.

`new Set(items)` stays the `Application` that it is; it is taken apart when somebody asks for its elements.
"""

from collections.abc import Iterable

from datamodel_check.link import javascript as js
from datamodel_check.model.values import Application, Constant, External, ListValue, ObjectValue, Value

_MOST = 1_000
"""Members of a set that are no constants: they are compared one by one."""


def is_global(value: Value, *path: str) -> bool:
    """Whether a value is that global of JavaScript."""
    return isinstance(value, External) and not value.package and value.path == path


def is_collection(value: Value) -> bool:
    """Whether a value is a set or a map."""
    return (
        isinstance(value, Application)
        and value.new
        and (is_global(value.callee, "Set") or is_global(value.callee, "Map"))
    )


def elements(value: Value) -> tuple[Value, ...] | None:
    """What `[...value]` holds; None where that is not known."""
    if isinstance(value, ListValue):
        return None if value.open else value.items
    if isinstance(value, Constant) and isinstance(value.value, str):
        return tuple(Constant(character) for character in value.value)
    if isinstance(value, Application) and value.new and not value.open:
        if is_global(value.callee, "Set"):
            return unique(_argument(value))
        if is_global(value.callee, "Map"):
            found = entries(_argument(value))
            return None if found is None else tuple(ListValue(pair) for pair in found)
    return None


def _argument(collection: Application) -> tuple[Value, ...] | None:
    if not collection.arguments or js.is_nullish(collection.arguments[0]):
        return ()
    return elements(collection.arguments[0])


def size(value: Value) -> int:
    """How much there is to go through in a value."""
    match value:
        case ListValue(items=items):
            return len(items)
        case ObjectValue(entries=entries):
            return len(entries)
        case Constant(str() as text):
            return len(text) >> 2
        case Application(arguments=(ListValue(items=items), *_)) if is_collection(value):
            return len(items)
        case _:
            return 0


def unique(items: tuple[Value, ...] | None) -> tuple[Value, ...] | None:
    """The items of a set: of those that are equal the first."""
    constants: set[tuple[object, object]] = set()
    found: list[Value] = []
    for item in items or ():
        if isinstance(item, Constant):
            key = (js.type_of(item), "NaN" if js.is_nan(item) else item.value)
            if key in constants:
                continue
            constants.add(key)
        elif len(found) - len(constants) >= _MOST:
            return None
        else:
            same = [js.identical(item, other) for other in found if not isinstance(other, Constant)]
            if True in same:
                continue
            if None in same or js.type_of(item) is None:
                return None
        found.append(item)
    return None if items is None else tuple(found)


def entries(pairs: Iterable[Value] | None) -> tuple[tuple[Value, Value], ...] | None:
    """The entries of a map, each key once; None unless all keys are constants."""
    found: dict[tuple[object, object], tuple[Value, Value]] = {}
    if pairs is None:
        return None
    for pair in pairs:
        parts = elements(pair)
        if parts is None or not parts or not isinstance(parts[0], Constant):
            return None
        value = parts[1] if len(parts) > 1 else js.UNDEFINED
        found[js.type_of(parts[0]), parts[0].value] = (parts[0], value)
    return tuple(found.values())


def keys(value: Value) -> tuple[Value, ...] | None:
    """What `for (const key in value)` goes over; None where that is not known."""
    if isinstance(value, ObjectValue) and not value.open:
        return tuple(Constant(key) for key in value.entries)
    if isinstance(value, ListValue) and not value.open:
        return tuple(Constant(str(position)) for position in range(len(value.items)))
    return None
