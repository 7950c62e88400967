"""Guards, and what they let pass: https://docs.nestjs.com/guards."""

import re
from collections.abc import Iterator

from datamodel_check.extract.layers.nestjs.decorations import METADATA, Decoration
from datamodel_check.extract.layers.nestjs.opening import opening, reads_metadata
from datamodel_check.extract.symbols import string, symbol, truthy
from datamodel_check.model.location import Location
from datamodel_check.model.module import Function
from datamodel_check.model.program import Program
from datamodel_check.model.values import Application, ClassValue, Closure, Constant, ListValue, Value
from datamodel_check.model.walking import calls

_OTHERS = re.compile(r"throttl|rate_?limit|cache|feature|csrf|maintenance", re.IGNORECASE)
"""Guards that do not ask who calls."""

_OPEN = re.compile(r"public|anonymous|unauth|skip|no_?auth|without_?auth|allow|guest|optional", re.IGNORECASE)
"""Keys by which guards know what anybody may call."""


class Guards:
    """Answers for one program."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._opening: dict[int, tuple[Value, ...]] = {}

    def named(self, decorations: tuple[Decoration, ...]) -> Iterator[Value]:
        """The guards of `UseGuards`."""
        for decoration in decorations:
            if decoration.name == "UseGuards":
                yield from _flat(decoration.arguments)

    def name(self, guard: Value) -> str | None:
        """What a guard is called; None of those that do not ask who calls."""
        name = _name(guard)
        return None if name is None or _OTHERS.search(name) else name

    def lets_pass(self, guard: Value, decorations: tuple[Decoration, ...]) -> bool:
        """Whether something is marked, as with `@Public()`, so that a guard lets anybody pass."""
        keys = self._keys(guard)
        for decoration in decorations:
            if decoration.name == METADATA and any(_is_same(decoration.first, key) for key in keys):
                given = decoration.arguments[1] if len(decoration.arguments) > 1 else Constant(value=True)
                if truthy(given):
                    return True
        return False

    def _keys(self, guard: Value) -> tuple[Value, ...]:
        """The keys of metadata by which a guard knows what anybody may call."""
        declared = _class(guard)
        if declared is None:
            return ()
        key = id(declared.declaration)
        if key not in self._opening:
            self._opening[key] = tuple(self._read(declared))
        return self._opening[key]

    def _read(self, declared: ClassValue) -> Iterator[Value]:
        for member in declared.declaration.members:
            if isinstance(member, Function):
                reading = {id(call) for call in opening(member.body)}
                for step in self._program.steps(Closure(member, declared.scope)):
                    for call in calls(step.expression):
                        if reads_metadata(call):
                            value = self._program.evaluate(call.arguments[0], step.scope)  # type: ignore[arg-type]
                            if id(call) in reading or _OPEN.search(string(value) or ""):
                                yield value


def _is_same(one: Value | None, other: Value) -> bool:
    return one is other or (string(one) is not None and string(one) == string(other))


def instance(guard: Value) -> Value | None:
    """An object of a guard's class, whose `canActivate` runs."""
    declared = _class(guard)
    if declared is None:
        return None
    return (
        guard
        if isinstance(guard, Application)
        else Application(guard, (), Location(declared.scope.path, declared.declaration.span), new=True)
    )


def _class(guard: Value) -> ClassValue | None:
    if isinstance(guard, Application) and guard.new:
        guard = guard.callee
    return guard if isinstance(guard, ClassValue) else None


def _name(guard: Value) -> str | None:
    declared = _class(guard)
    if declared is not None:
        return declared.declaration.name
    made = symbol(guard.callee if isinstance(guard, Application) else guard)
    if made is not None and made.path == ("mixin",) and isinstance(guard, Application) and guard.arguments:
        return _name(guard.arguments[0])
    return made.path[-1] if made is not None and made.path else None


def _flat(values: tuple[Value, ...]) -> Iterator[Value]:
    for value in values:
        if isinstance(value, ListValue):
            yield from _flat(value.items)
        else:
            yield value
