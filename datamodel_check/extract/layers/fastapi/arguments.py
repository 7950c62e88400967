"""What calls of FastAPI are given."""

from collections.abc import Iterator

from datamodel_check.extract.symbols import string
from datamodel_check.model.values import Application, ListValue, Unresolved, Value


def given(call: Application, position: int, name: str) -> Value | None:
    """An argument by its position or its name."""
    return call.arguments[position] if position < len(call.arguments) else call.keywords.get(name)


def items(value: Value | None) -> Iterator[Value]:
    if isinstance(value, ListValue):
        yield from (*value.items, *value.open)
    elif isinstance(value, Unresolved):
        for one in value.alternatives:
            yield from items(one)


def methods(value: Value | None) -> tuple[str, ...]:
    return tuple(name.upper() for one in items(value) if (name := string(one)) is not None) or ("GET",)


def said(value: Value) -> Value:
    """A value; of one that hangs on what is not known, what the code says of it, or the first that it may be."""
    while isinstance(value, Unresolved):
        possible = [*([value.value] if value.value is not None else ()), *value.alternatives]
        if not possible:
            break
        value = possible[0]
    return value
