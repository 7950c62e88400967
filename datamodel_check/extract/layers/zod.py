"""Schemas of zod (https://zod.dev/api): the members of objects, and of what is built of them."""

from typing import NamedTuple

from datamodel_check.extract.symbols import chain, symbol
from datamodel_check.model.location import Location
from datamodel_check.model.module import Binding, Call, Expression, Module, Object, Property
from datamodel_check.model.module import Member as MemberOf
from datamodel_check.model.printing import text
from datamodel_check.model.program import Program
from datamodel_check.model.values import Access, Application, Constant, ObjectValue, Unresolved, Value
from datamodel_check.model.walking import walk

PACKAGES = ("zod", "zod/v3", "zod/v4", "zod/v4-mini", "zod/mini", "@hono/zod-openapi")

OBJECTS = {"object", "strictObject", "looseObject"}

_SAME = {
    "brand", "catchall", "check", "default", "describe", "loose", "meta", "nonstrict", "nullable", "nullish", "openapi",
    "optional", "passthrough", "readonly", "refine", "register", "strict", "strip", "superRefine", "transform",
}  # fmt: skip
"""Methods that leave the members as they are."""


class Member(NamedTuple):
    name: str
    type: str
    optional: bool


def is_schema(value: Value) -> bool:
    """Whether something is made by zod itself."""
    root, _ = chain(value)
    found = symbol(root.callee) if isinstance(root, Application) else None
    return found is not None and found.package in PACKAGES


class Shapes:
    """The members of objects, in the words of whoever declared them: a schema that is only named stays a name."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._written: dict[str, dict[int, Expression]] = {}

    def of(self, value: Value) -> tuple[Member, ...] | None:
        """The members by name; None of what is no object, or where not all of it is known."""
        members = self._members(value)
        return None if members is None else tuple(members[name] for name in sorted(members))

    def _members(self, value: Value) -> dict[str, Member] | None:
        if isinstance(value, Access) and value.name == "shape":
            return self._members(value.object)
        if isinstance(value, ObjectValue):
            return self._entries(value)
        if not isinstance(value, Application):
            return None
        found = symbol(value.callee)
        if found is not None:
            is_object = found.package in PACKAGES and found.path[-1:] and found.path[-1] in OBJECTS
            return self._members(value.arguments[0]) if is_object and value.arguments else None
        if not isinstance(value.callee, Access):
            return None
        base = self._members(value.callee.object)
        return None if base is None else self._changed(base, value.callee.name, value)

    def _entries(self, value: ObjectValue) -> dict[str, Member] | None:
        members: dict[str, Member] = {}
        for spread in value.open:
            inner = self._members(spread.value) if spread.value is not None else None
            if inner is None:
                return None
            members |= inner
        own = {name: self._member(name, one, value.places.get(name)) for name, one in value.entries.items()}
        return members | own

    def _member(self, name: str, value: Value, place: Location | None) -> Member:
        """A member, without the `.optional()` at its end."""
        written = self._expression(place) if place is not None else None
        if written is not None:
            inner = _without(written, "optional")
            return Member(name, text(inner), inner is not written or _ends_with(written, "nullish"))
        told = value.text if isinstance(value, Unresolved) else self._program.describe(value)
        return Member(name, told.removesuffix(".optional()"), told.endswith((".optional()", ".nullish()")))

    def _expression(self, place: Location) -> Expression | None:
        """What stands behind the key at a place."""
        if place.path not in self._written:
            module = self._program.module(place.path)
            self._written[place.path] = _values(module) if module is not None else {}
        return self._written[place.path].get(place.span.start)

    def _changed(self, base: dict[str, Member], method: str, call: Application) -> dict[str, Member] | None:
        """The members after a method of the object's schema; None of one that makes something else."""
        first = call.arguments[0] if call.arguments else None
        if method in _SAME:
            return base
        if method in {"and", "augment", "extend", "merge", "safeExtend"}:
            more = self._members(first) if first is not None else None
            return None if more is None else base | more
        if method in {"partial", "required"}:
            names = _mask(first) if first is not None else set(base)
            is_optional = method == "partial"
            return {name: one._replace(optional=is_optional) if name in names else one for name, one in base.items()}
        if method in {"pick", "omit"}:
            names = _mask(first)
            return {name: one for name, one in base.items() if (name in names) is (method == "pick")}
        return None


def _values(module: Module) -> dict[int, Expression]:
    """What the properties of the objects in a module hold, by where they begin."""
    objects = (
        part
        for statement in module.statements
        if isinstance(statement, Binding) and statement.value is not None
        for part in walk(statement.value)
        if isinstance(part, Object)
    )
    return {entry.span.start: entry.value for part in objects for entry in part.entries if isinstance(entry, Property)}


def _without(expression: Expression, method: str) -> Expression:
    """What a method at the end is called on."""
    if isinstance(expression, Call) and isinstance(expression.callee, MemberOf) and _ends_with(expression, method):
        return expression.callee.object
    return expression


def _ends_with(expression: Expression, method: str) -> bool:
    return (
        isinstance(expression, Call)
        and isinstance(expression.callee, MemberOf)
        and expression.callee.name == method
        and not expression.arguments
    )


def _mask(value: Value | None) -> set[str]:
    """The names in `{ id: true }`."""
    entries = value.entries.items() if isinstance(value, ObjectValue) else ()
    return {name for name, one in entries if not (isinstance(one, Constant) and one.value is False)}
