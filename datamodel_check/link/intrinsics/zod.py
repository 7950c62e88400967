"""The enums of zod, whose values schemas take over: `z.enum(["a", "b"]).options` (https://zod.dev/api#enums)."""

from datamodel_check.model.values import Access, Application, Constant, External, ListValue, ObjectValue, Value

PACKAGES = {"zod", "zod/v3", "zod/v4"}

BY_NAME = {"enum", "Enum", "Values"}


def member(value: Application, name: str) -> Value | None:
    """A member of what `z.enum` returns; None of anything else."""
    values = _values(value)
    if values is None:
        return None
    if name == "options":
        return values
    if name in BY_NAME and not values.open and all(isinstance(item, Constant) for item in values.items):
        return ObjectValue({str(item.value): item for item in values.items if isinstance(item, Constant)})
    return None


def _values(value: Application) -> ListValue | None:
    first = value.arguments[0] if value.arguments else None
    return first if isinstance(first, ListValue) and _is_enum(value.callee) else None


def _is_enum(callee: Value) -> bool:
    if isinstance(callee, Access):
        return callee.name == "enum" and isinstance(callee.object, External) and callee.object.package in PACKAGES
    return isinstance(callee, External) and callee.package in PACKAGES and callee.path[-1:] == ("enum",)
