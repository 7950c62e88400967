"""What Python's conversions and comparisons do with values. None stands for what is not known.

https://docs.python.org/3/library/stdtypes.html
"""

from datamodel_check.model.values import (
    ClassValue,
    Closure,
    Constant,
    External,
    ListValue,
    Namespace,
    ObjectValue,
    Value,
)

NONE = Constant(None)
TRUE, FALSE = Constant(value=True), Constant(value=False)

_OBJECTS = (Closure, ClassValue, Namespace)


def boolean(value: bool | None, /) -> Constant | None:  # noqa: FBT001
    """A truth value as a constant."""
    return None if value is None else TRUE if value else FALSE


def truth(value: Value) -> bool | None:
    """`bool(value)`."""
    match value:
        case Constant(known):
            return bool(known)
        case ListValue(items=items, open=unknown):
            return True if items else None if unknown else False
        case ObjectValue(entries=entries, open=unknown):
            return True if entries else None if unknown else False
        case _:
            return True if isinstance(value, _OBJECTS) else None


def text(value: Value) -> str | None:
    """`str(value)`."""
    return str(value.value) if isinstance(value, Constant) else None


def elements(value: Value) -> tuple[Value, ...] | None:
    """What `[*value]` holds."""
    match value:
        case ListValue(items=items, open=unknown):
            return None if unknown else items
        case ObjectValue(entries=entries, open=unknown):
            return None if unknown else tuple(Constant(key) for key in entries)
        case Constant(str() as known):
            return tuple(Constant(character) for character in known)
        case _:
            return None


def equal(left: Value, right: Value) -> bool | None:
    """`left == right`."""
    match left, right:
        case Constant(a), Constant(b):
            return a == b
        case (ListValue() as a, ListValue() as b) if not a.open and not b.open:
            found = [equal(x, y) for x, y in zip(a.items, b.items, strict=False)]
            if len(a.items) != len(b.items) or False in found:
                return False
            return None if None in found else True
        case (ListValue() | ObjectValue(), Constant()) | (Constant(), ListValue() | ObjectValue()):
            return False
        case _:
            return True if left is right else None


def same(left: Value, right: Value) -> bool | None:
    """`left is right`, of what is asked so: None, truth values, classes."""
    if isinstance(left, Constant) and isinstance(right, Constant):
        return type(left.value) is type(right.value) and left.value == right.value
    known = (Constant, ListValue, ObjectValue, *_OBJECTS)
    if isinstance(left, known) and isinstance(right, known):
        return left is right
    if isinstance(left, External) and isinstance(right, External):
        return True if left is right else None
    return None
