"""Keys as one reads them, in a form that the names of local variables do not change: `['users', :id]`."""

from collections.abc import Iterator

from datamodel_check.extract.layers.state.react_query.options import behind
from datamodel_check.extract.layers.state.texts import PARAMETER, Hole, name
from datamodel_check.model.javascript import number_text
from datamodel_check.model.printing import quoted
from datamodel_check.model.values import Constant, ListValue, ObjectValue, Unresolved, Value

_MOST = 4
"""Alternatives that are told."""
_DEEPEST = 12


def key_text(value: Value, depth: int = 0) -> str:
    """A key, or a part of one. Of objects those members that are not known are told by their names alone."""
    value = behind(value)
    if depth > _DEEPEST:
        return "…"
    match value:
        case Constant():
            return _constant(value)
        case ListValue():
            items = [key_text(item, depth + 1) for item in value.items]
            return f"[{', '.join([*items, *_open(value.open)])}]"
        case ObjectValue():
            entries = [_entry(key, key_text(one, depth + 1)) for key, one in sorted(value.entries.items())]
            inside = ", ".join([*entries, *_open(value.open)])
            return f"{{ {inside} }}" if inside else "{}"
        case Unresolved() if value.parts:
            return quoted("".join(_parts(value)))
        case Unresolved() if value.alternatives and all(map(_is_told, value.alternatives[:_MOST])):
            return " | ".join(dict.fromkeys(key_text(one, depth + 1) for one in value.alternatives[:_MOST]))
        case _:
            return str(Hole(name(value)))


def _entry(key: str, told: str) -> str:
    return key if told.startswith(":") else f"{key}: {told}"


def _constant(value: Constant) -> str:
    if isinstance(value.value, str):
        return quoted(value.value)
    if value.value is None:
        return "undefined" if value.undefined else "null"
    if isinstance(value.value, bool):
        return "true" if value.value else "false"
    return number_text(value.value)


def _open(unknown: tuple[Unresolved, ...]) -> Iterator[str]:
    for one in unknown:
        found = name(one)
        yield "..." if found == PARAMETER else f"...{Hole(found)}"


def _parts(value: Unresolved) -> Iterator[str]:
    for part in value.parts:
        if isinstance(part, str):
            yield part
        elif isinstance(part, Unresolved) and part.parts:
            yield from _parts(part)
        else:
            yield str(part.value) if isinstance(part, Constant) else str(Hole(name(part)))


def _is_told(value: Value) -> bool:
    """Whether an alternative is a key of its own, no mere default."""
    return isinstance(behind(value), ListValue | ObjectValue)
