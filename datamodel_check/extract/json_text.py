"""`JSON.stringify(x)` and `new Date(x).toISOString()` of values, as the defaults of JSON and time columns need them."""

from datetime import UTC

from datamodel_check.extract.symbols import Symbol, argument, callee
from datamodel_check.model.javascript import quoted, text
from datamodel_check.model.values import Application, Constant, ListValue, ObjectValue, Value


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
        return quoted(constant.value)
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
    return iso(moment.value)


def iso(moment: str | float) -> str | None:
    """The ISO text of a moment, given in milliseconds or as a text that says its zone."""
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
