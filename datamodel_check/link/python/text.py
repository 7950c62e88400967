"""Texts with values in them: `"…" % values`, `"…".format(values)`, and the methods of strings."""

from collections.abc import Callable, Mapping, Sequence

from datamodel_check.model.values import Constant, ListValue, ObjectValue, Value

METHODS = frozenset(
    {
        "capitalize",
        "casefold",
        "count",
        "endswith",
        "find",
        "index",
        "isalnum",
        "isalpha",
        "isdigit",
        "isidentifier",
        "islower",
        "isupper",
        "lower",
        "lstrip",
        "partition",
        "removeprefix",
        "removesuffix",
        "replace",
        "rpartition",
        "rsplit",
        "rstrip",
        "split",
        "splitlines",
        "startswith",
        "strip",
        "swapcase",
        "title",
        "upper",
        "zfill",
    }
)
"""Those that are Python's own applied to constants."""

_LONGEST = 100
"""Characters of a width or precision: `{:>99999999}` is a trap."""


def formatted(template: str, value: Value) -> Constant | None:
    """`template % value`; None where that is not known."""
    values: object
    if isinstance(value, ListValue) and not value.open and all(isinstance(item, Constant) for item in value.items):
        values = tuple(item.value for item in value.items if isinstance(item, Constant))
    elif isinstance(value, ObjectValue) and not value.open:
        if not all(isinstance(item, Constant) for item in value.entries.values()):
            return None
        values = {key: item.value for key, item in value.entries.items() if isinstance(item, Constant)}
    elif isinstance(value, Constant):
        values = value.value
    else:
        return None
    return None if _is_wide(template) or "*" in template else _made(lambda: template % values)


def format_(template: str, arguments: Sequence[Value], keywords: Mapping[str, Value]) -> Constant | None:
    """`template.format(*arguments, **keywords)`; None where that is not known."""
    given = [*arguments, *keywords.values()]
    if (
        not all(isinstance(value, Constant) for value in given)
        or _is_wide(template)
        or "." in template
        or "[" in template
    ):
        return None
    values = [value.value for value in arguments if isinstance(value, Constant)]
    named = {name: value.value for name, value in keywords.items() if isinstance(value, Constant)}
    return _made(lambda: template.format(*values, **named))


def _is_wide(template: str) -> bool:
    digits = "".join(character if character.isdigit() else " " for character in template).split()
    return any(len(run) > 3 or int(run) > _LONGEST for run in digits) and any(sign in template for sign in "%{")


def _made(make: Callable[[], str]) -> Constant | None:
    try:
        return Constant(make())
    except (TypeError, ValueError, LookupError, AttributeError):
        return None


def method(text: str, name: str, arguments: Sequence[Value]) -> Value | None:
    """`text.name(*arguments)`; None where that is not known."""
    plain: list[object] = []
    for value in arguments:
        if isinstance(value, Constant):
            plain.append(value.value)
        elif isinstance(value, ListValue) and not value.open and all(isinstance(i, Constant) for i in value.items):
            plain.append(tuple(item.value for item in value.items if isinstance(item, Constant)))
        else:
            return None
    if name == "zfill" and not all(isinstance(part, int) and part <= _LONGEST for part in plain):
        return None
    try:
        result = getattr(text, name)(*plain)
    except (TypeError, ValueError):
        return None
    if isinstance(result, list | tuple):
        return ListValue(tuple(Constant(part) for part in result))
    return Constant(result)
