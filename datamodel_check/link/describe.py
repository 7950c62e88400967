"""Values as one line of normalised source text."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Any

from datamodel_check.link.javascript import is_index
from datamodel_check.model.javascript import number_text
from datamodel_check.model.location import Location
from datamodel_check.model.printing import quoted, text
from datamodel_check.model.values import (
    Access,
    Application,
    ClassValue,
    Closure,
    Constant,
    External,
    ListValue,
    Namespace,
    ObjectValue,
    TemplateValue,
    Unresolved,
    Value,
)

LONGEST = 4_000
"""Characters that are written out; of what is longer the rest is a digest."""

_BRIEF = 60

_LARGEST = 4_000
"""Parts that are written at all: values share parts, so a small program can describe an endless text."""


def describe(value: Value) -> str:
    """The value as source text: constants as literals, calls and members as they would be written."""
    return shortened("".join(islice(_written(value), _LARGEST)))


def _written(value: Value) -> Iterator[str]:
    """The description in pieces."""
    pending: list[Value | str] = [value]
    while pending:
        part = pending.pop()
        if isinstance(part, str):
            yield part
        else:
            pending.extend(tuple(_PARTS[type(part)](part))[::-1])


def shortened(description: str) -> str:
    """The text, or where it is too long its beginning and a digest of the whole."""
    if len(description) <= LONGEST:
        return description
    from hashlib import sha256

    digest = sha256(description.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{description[:LONGEST]}… {digest[:16]}"


def depending(because: Value, description: str, location: Location) -> Unresolved:
    """Stands for what is described, and cannot be decided as long as `because` is not known."""
    if isinstance(because, Unresolved):
        return Unresolved(because.reason, shortened(description), because.location)
    return Unresolved(f"it depends on {briefly(because)}", shortened(description), location)


def briefly(value: Value) -> str:
    """The value as a message may quote it."""
    description = ""
    for piece in islice(_written(value), _LARGEST):
        description += piece
        if len(description) > _BRIEF:
            return f"{description[:_BRIEF]}…"
    return description


_function_text = lru_cache(maxsize=1024)(text)
"""A function is handed around: what several values hold need not be printed for each of them."""


def _member(name: str) -> str:
    if name.replace("$", "_").isidentifier():
        return f".{name}"
    return f"[{name if is_index(name) else quoted(name)}]"


def _constant(constant: Constant) -> str:
    value = constant.value
    if isinstance(value, str):
        return quoted(value) if len(value) <= LONGEST else shortened(f"'{value}'")
    if value is None:
        return "undefined" if constant.undefined else "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value}n" if constant.bigint else number_text(value)


def _separated(values: Iterable[Value | str]) -> Iterator[Value | str]:
    for position, value in enumerate(values):
        if position:
            yield ", "
        yield value


def _keywords(value: Application) -> Iterator[Value | str]:
    separated = bool(value.arguments or value.open)
    for name, item in value.keywords.items():
        yield from (", " * separated, f"{name}=", item)
        separated = True


def _spread(unknown: Iterable[Unresolved]) -> Iterator[str]:
    return (f"...{part.text}" for part in unknown)


def _object(value: ObjectValue) -> Iterator[Value | str]:
    yield "{"
    separator = " "
    for key, entry in value.entries.items():
        yield from (separator, f"{key if key.isidentifier() else quoted(key)}: ", entry)
        separator = ", "
    for spread in _spread(value.open):
        yield from (separator, spread)
        separator = ", "
    yield "}" if separator == " " else " }"


def _template(parts: Iterable[str | Value]) -> Iterator[Value | str]:
    for part in parts:
        if isinstance(part, str):
            yield quoted(part, "`")[1:-1].replace("${", "\\${")
        else:
            yield from ("${", part, "}")


def _application(value: Application) -> Iterator[Value | str]:
    yield from ("new " * value.new, value.callee, "(")
    yield from _separated((*value.arguments, *_spread(value.open)))
    yield from _keywords(value)
    yield ")"


_PARTS: dict[type, Callable[[Any], Iterable[Value | str]]] = {
    Access: lambda value: (value.object, _member(value.name)),
    Application: _application,
    ClassValue: lambda value: (value.declaration.name or text(value.declaration),),
    Closure: lambda value: (_function_text(value.function),),
    Constant: lambda value: (_constant(value),),
    External: lambda value: (value.path[-1] if value.path else value.package,),
    ListValue: lambda value: ("[", *_separated((*value.items, *_spread(value.open))), "]"),
    Namespace: lambda value: (f"import({quoted(value.path)})",),
    ObjectValue: _object,
    TemplateValue: lambda value: (value.tag, "`", *_template(value.parts), "`"),
    Unresolved: lambda value: (value.text,),
}
