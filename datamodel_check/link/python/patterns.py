"""Functions of `re` over constants: https://docs.python.org/3/library/re.html.

Names of tables are made with them out of names of classes: `re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()`.
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from datamodel_check.link.drafts import UndecidedError
from datamodel_check.model.values import Access, Application, Constant, External, ListValue, Value

if TYPE_CHECKING:
    from datamodel_check.link.evaluate import Evaluator

_Given: TypeAlias = Mapping[str, Value]

_LONGEST = 200
"""Characters of a pattern, and of a text."""

_QUANTIFIERS = 3
"""As many may be without bounds, and none inside another: so no pattern takes long."""

_PARAMETERS = {
    "findall": ("pattern", "string", "flags"),
    "split": ("pattern", "string", "maxsplit", "flags"),
    "sub": ("pattern", "repl", "string", "count", "flags"),
}
"""What the functions take, in order; methods of compiled patterns take all but the pattern and its flags."""

_FLAGS = {"I": re.IGNORECASE, "IGNORECASE": re.IGNORECASE, "A": re.ASCII, "ASCII": re.ASCII}


def function(evaluator: "Evaluator", call: Application) -> Value | None:
    """`re.sub(pattern, repl, string)` and its kin; None where they stay symbolic."""
    assert isinstance(call.callee, External)
    name = call.callee.path[-1]
    return _computed(evaluator, name, _given(_PARAMETERS[name], call))


def method(evaluator: "Evaluator", call: Application) -> Value | None:
    """`re.compile(pattern).sub(repl, string)` and its kin; None of anything else."""
    callee = call.callee
    if not isinstance(callee, Access) or callee.name not in _PARAMETERS or not is_compiled(callee.object):
        return None
    assert isinstance(callee.object, Application)
    parameters = [name for name in _PARAMETERS[callee.name] if name not in {"pattern", "flags"}]
    compiled = _given(("pattern", "flags"), callee.object)
    return _computed(evaluator, callee.name, {**_given(parameters, call), **compiled})


def is_compiled(value: Value) -> bool:
    """Whether a value is `re.compile(…)`."""
    callee = value.callee if isinstance(value, Application) else None
    return isinstance(callee, External) and callee.dotted == "re.compile"


def _given(parameters: "tuple[str, ...] | list[str]", call: Application) -> _Given:
    return {**dict(zip(parameters, call.arguments, strict=False)), **call.keywords}


def _computed(evaluator: "Evaluator", name: str, given: _Given) -> Value | None:
    pattern, text = _text(given.get("pattern")), _text(given.get("string"))
    limit, flags = _number(given.get("count", given.get("maxsplit"))), _flags(given.get("flags"))
    if pattern is None or text is None or limit is None or flags is None:
        return None
    compiled = _compiled(pattern, flags)
    if len(text) > _LONGEST:
        raise UndecidedError("the text is too long for a pattern")
    if name == "sub":
        replacement = _text(given.get("repl"))
        return None if replacement is None else _substituted(compiled, replacement, text, limit)
    found = compiled.findall(text) if name == "findall" else compiled.split(text, limit)
    return evaluator.drafts.list(ListValue(tuple(map(_value, found))))


def _compiled(pattern: str, flags: int) -> re.Pattern[str]:
    """Raises `UndecidedError` where matching may take long, or the pattern is none."""
    unbounded = len(re.findall(r"[*+{]", pattern))
    if len(pattern) > _LONGEST or unbounded > _QUANTIFIERS or re.search(r"\)[*+{]", pattern):
        raise UndecidedError("the pattern is not evaluated")
    try:
        return re.compile(pattern, flags)
    except (re.error, OverflowError) as error:
        raise UndecidedError(f"the pattern is none: {error}") from error


def _substituted(compiled: re.Pattern[str], replacement: str, text: str, limit: int) -> Value:
    try:
        return Constant(compiled.sub(replacement, text, limit))
    except (re.error, IndexError) as error:
        raise UndecidedError(f"the replacement is none: {error}") from error


def _value(found: object) -> Value:
    """A match: a text, nothing, or the texts of several groups."""
    if isinstance(found, tuple):
        return ListValue(tuple(map(_value, found)))
    return Constant(found if isinstance(found, str) else None)


def _text(value: Value | None) -> str | None:
    return value.value if isinstance(value, Constant) and isinstance(value.value, str) else None


def _number(value: Value | None) -> int | None:
    if value is None:
        return 0
    return value.value if isinstance(value, Constant) and isinstance(value.value, int) else None


def _flags(value: Value | None) -> int | None:
    if value is None:
        return 0
    known = value.path[-1] if isinstance(value, External) and value.package == "re" and value.path else ""
    return _FLAGS.get(known)
