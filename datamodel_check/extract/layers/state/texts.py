"""Texts of which not all is known, in a form that the names of local variables do not change: `/api/users/:id`.

What is not known is called by the property that it comes from (`props.id`, `{ id }`): a parameter that is merely passed
on is `:param`, whatever the code calls it.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from datamodel_check.extract.symbols import symbol
from datamodel_check.model.values import Access, Application, Constant, Unresolved, Value

PARAMETER = "param"

_PROPERTY = re.compile(r"[.\]]\??\.?([A-Za-z_$][\w$]*)\)*$")
_CONVERTING = {"encodeURIComponent", "decodeURIComponent", "String", "Number", "encodeURI", "parseInt", "BigInt"}
_CONVERTED = {"join", "toISOString", "toString", "toLowerCase", "toUpperCase", "trim", "valueOf"}
_MOST = 4
"""Alternatives of one text that are told."""
_DEEPEST = 8


class Hole(NamedTuple):
    """A part that is not known."""

    name: str

    def __str__(self) -> str:
        return f":{self.name}"


Text: TypeAlias = tuple[str | Hole, ...]


Look: TypeAlias = Callable[[Value], Value]
"""What a value stands for, where that is known: the field of an instance."""


def texts(value: Value, look: Look = lambda value: value, depth: int = 0) -> list[Text]:
    """What a value is as a string; several where that hangs on something that is not known."""
    value = look(value)
    if isinstance(value, Constant):
        return [(_constant(value),)]
    if isinstance(value, Unresolved) and value.parts and depth < _DEEPEST:
        found: list[Text] = [()]
        for part in value.parts:
            inner = [(part,)] if isinstance(part, str) else texts(part, look, depth + 1)
            found = [(*before, *after) for before in found for after in inner][:_MOST]
        return [_merged(one) for one in found]
    if isinstance(value, Unresolved) and value.alternatives and depth < _DEEPEST:
        inner = [text for one in value.alternatives for text in texts(one, look, depth + 1)]
        known = [text for text in inner if not (len(text) == 1 and isinstance(text[0], Hole))]
        is_choice = len(known) == len(inner) or any(_tells(text) for text in known)
        return list(dict.fromkeys(known))[:_MOST] if is_choice else [(Hole(name(value)),)]
    return [(Hole(name(value)),)]


def _tells(text: Text) -> bool:
    """Whether an alternative says more than a default would: `id ?? ''`."""
    return any(isinstance(part, str) and "/" in part for part in text)


def _constant(value: Constant) -> str:
    if isinstance(value.value, bool):
        return "true" if value.value else "false"
    return "" if value.value is None else str(value.value)


def _merged(text: Text) -> Text:
    merged: list[str | Hole] = []
    for part in text:
        if isinstance(part, str) and merged and isinstance(merged[-1], str):
            merged[-1] += part
        elif part != "":
            merged.append(part)
    return tuple(merged)


def name(value: Value, depth: int = 0) -> str:
    """What an unknown value is called: the property that it comes from."""
    return next((one for one in _names(value, depth) if one), PARAMETER)


def _names(value: Value, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    if isinstance(value, Access):
        yield value.name if not value.name.isdigit() else PARAMETER
    elif isinstance(value, Application):
        yield from _of_call(value, depth)
    elif isinstance(value, Unresolved):
        for part in (*value.alternatives, *(one for one in value.parts if not isinstance(one, str))):
            found = name(part, depth + 1) if not isinstance(part, Constant) else PARAMETER
            yield found if found != PARAMETER else ""
        if isinstance(value.value, Application):
            yield from _of_call(value.value, depth)
        found_property = _PROPERTY.search(value.text)
        yield found_property[1] if found_property else ""


def _of_call(value: Application, depth: int) -> Iterator[str]:
    """What a conversion converts: `encodeURIComponent(id)`, `id.toString()`."""
    called = symbol(value.callee)
    if called is not None and called.name in _CONVERTING and value.arguments:
        yield name(value.arguments[0], depth + 1)
    elif isinstance(value.callee, Access) and value.callee.name in _CONVERTED:
        yield name(value.callee.object, depth + 1)
    elif isinstance(value.callee, Unresolved):
        found = re.search(rf"\.([A-Za-z_$][\w$]*)\??\.(?:{'|'.join(sorted(_CONVERTED))})$", value.callee.text)
        yield found[1] if found else ""
