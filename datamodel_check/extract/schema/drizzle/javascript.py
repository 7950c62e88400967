"""Values as JavaScript itself would print them: `String(x)`, `JSON.stringify(x)`, `new Date(x).toISOString()`."""

from datetime import UTC

from datamodel_check.extract.schema.drizzle.symbols import Symbol, argument, callee
from datamodel_check.model.values import Application, Constant, ListValue, ObjectValue, Value


def text(constant: Constant) -> str:
    """`String(x)`."""
    value = constant.value
    if value is None:
        return "undefined" if constant.undefined else "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _number(value)
    return str(value)


def _number(value: float) -> str:
    """ECMA-262, Number::toString: as Python's `repr`, but exponents only from 1e21 and below 1e-6."""
    if value == int(value) and abs(value) < 1e21:
        return str(int(value))
    if 1e-7 < abs(value) < 1e-4:
        return f"{value:.20f}".rstrip("0")
    return repr(value).replace("e-0", "e-")


def json(value: Value) -> str | None:
    """`JSON.stringify(x)`; None where a part of the value is not known."""
    if isinstance(value, Constant):
        return _json_constant(value)
    if isinstance(value, ListValue) and not value.open:
        items = [json(item) for item in value.items]
        return None if None in items else f"[{','.join(item for item in items if item is not None)}]"
    if isinstance(value, ObjectValue) and not value.open:
        return _json_object(value)
    moment = date(value)
    return f'"{moment}"' if moment else None


def _json_constant(constant: Constant) -> str:
    if isinstance(constant.value, str):
        from json import dumps

        return dumps(constant.value, ensure_ascii=False)
    return "null" if constant.undefined else text(constant)


def _json_object(value: ObjectValue) -> str | None:
    members: list[str] = []
    for key, member in value.entries.items():
        if isinstance(member, Constant) and member.undefined:
            continue
        printed = json(member)
        if printed is None:
            return None
        members.append(f"{_json_constant(Constant(key))}:{printed}")
    return f"{{{','.join(members)}}}"


def date(value: Value) -> str | None:
    """The ISO text of `new Date(constant)`; None of anything else, also of `new Date()`."""
    if not isinstance(value, Application) or callee(value) != Symbol("", ("Date",)) or not value.new:
        return None
    moment = argument(value.arguments, 0)
    if not isinstance(moment, Constant) or isinstance(moment.value, bool) or moment.value is None:
        return None
    return _iso(moment.value)


def _iso(moment: str | float) -> str | None:
    from datetime import datetime, timedelta

    try:
        if isinstance(moment, str):
            when = datetime.fromisoformat(moment)
            # A date alone is UTC; a time without zone is the local time of who runs it, which nobody knows here.
            if when.tzinfo is None and len(moment) > len("2000-01-01"):
                return None
            when = when.replace(tzinfo=when.tzinfo or UTC).astimezone(UTC)
        else:
            when = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=moment)
    except (ValueError, OverflowError):
        return None
    return f"{when:%Y-%m-%dT%H:%M:%S}.{when.microsecond // 1000:03d}Z"
