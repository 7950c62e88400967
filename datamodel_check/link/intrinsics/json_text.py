"""`JSON.stringify` and `JSON.parse`: https://tc39.es/ecma262/#sec-json-object."""

from collections.abc import Mapping

from datamodel_check.link import javascript as js
from datamodel_check.link.drafts import UndecidedError
from datamodel_check.link.intrinsics.invocation import Intrinsic, Invocation, undecided
from datamodel_check.link.json_values import value_of
from datamodel_check.model.javascript import quoted
from datamodel_check.model.values import Closure, Constant, ListValue, ObjectValue, Value


def _stringify(call: Invocation) -> Value:
    if call.given(1) and not js.is_nullish(call.argument(1)):
        raise undecided(call.argument(1))
    space = call.argument(2)
    if js.type_of(space) == "number":
        gap = " " * min(max(call.integer(2), 0), 10)
    else:
        gap = call.text(space)[:10] if call.given(2) and not js.is_nullish(space) else ""
    text = _written(call, call.argument(0), gap, "\n")
    return js.UNDEFINED if text is None else call.string(text)


def _written(call: Invocation, value: Value, gap: str, line: str) -> str | None:
    """None of what JSON leaves out: undefined and functions."""
    call.evaluator.budget.spend(1)
    if isinstance(value, Constant):
        return _constant(value)
    if isinstance(value, Closure):
        return None
    if len(line) > 100 * len(gap or " ") or len(line) > 1_000:
        raise UndecidedError("it is nested too deeply")
    inner = line + (gap or " ")
    if isinstance(value, ListValue) and not value.open:
        return _enclosed("[]", [_written(call, item, gap, inner) or "null" for item in value.items], gap, line)
    if isinstance(value, ObjectValue) and not value.open and "toJSON" not in value.entries:
        separator = ": " if gap else ":"
        members = (
            (key, _written(call, call.evaluator.member(value, key, call.location), gap, inner)) for key in value.entries
        )
        return _enclosed(
            "{}", [f"{quoted(key)}{separator}{text}" for key, text in members if text is not None], gap, line
        )
    raise undecided(value)


def _enclosed(brackets: str, parts: list[str], gap: str, line: str) -> str:
    if not parts or not gap:
        return f"{brackets[0]}{','.join(parts)}{brackets[1]}"
    return f"{brackets[0]}{line}{gap}{f',{line}{gap}'.join(parts)}{line}{brackets[1]}"


def _constant(constant: Constant) -> str | None:
    value = constant.value
    if isinstance(value, str):
        return quoted(value)
    if constant.bigint:
        raise UndecidedError("it throws a TypeError")
    if isinstance(value, float) and (value != value or abs(value) == float("inf")):
        return "null"
    return None if constant.undefined else js.to_string(constant)


def _parse(call: Invocation) -> Value:
    from json import loads

    if call.given(1):
        raise undecided(call.argument(1))
    try:
        return value_of(loads(call.text(call.argument(0))))
    except (ValueError, RecursionError) as error:
        raise UndecidedError("it throws a SyntaxError") from error


FUNCTIONS: Mapping[tuple[str, ...], Intrinsic] = {("JSON", "parse"): _parse, ("JSON", "stringify"): _stringify}
