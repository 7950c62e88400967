"""The calls of a module, in functions too, with what their parameters are likely to stand for.

Models are made in functions that take `sequelize` and `DataTypes`, and associated in functions that take all models;
who calls these is often a loop over the files of a folder, which nobody can follow. So functions are looked into
whether or not somebody calls them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from datamodel_check.extract.schema.sequelize.known import DATA_TYPES, INSTANCE, is_sequelize
from datamodel_check.extract.schema.sequelize.types import KEYS
from datamodel_check.extract.walking import evaluated
from datamodel_check.model.location import Location
from datamodel_check.model.module import (
    Call,
    Class,
    Expression,
    Function,
    Keyword,
    Member,
    Name,
    Parameter,
    Spread,
    Statement,
)
from datamodel_check.model.printing import text
from datamodel_check.model.program import Program, Scope, Step
from datamodel_check.model.values import ClassValue, Closure, Unresolved, Value
from datamodel_check.model.walking import walk

_DEEPEST = 20
"""Functions inside functions."""

_HOLDERS = re.compile(r"sequelize|database|connection|^(db|conn|orm|sql|seq|models?|instance|client)$", re.IGNORECASE)
"""Parameters that hold Sequelize, an instance of it, or all models."""

_TYPES = re.compile(r"^(data_?types?|sequelize)$", re.IGNORECASE)


def calls(program: Program, path: str) -> Iterator[Step]:
    """The calls of a module in the order of its text, each once, with the names that they see."""
    module = program.module(path)
    statements = module.statements if module is not None else ()
    visit = _Visit(program, program.scope(path), dict(_given(program, path, statements)))
    for expression in evaluated(statements):
        yield from visit.inside(expression, program.scope(path), 0)


def _given(program: Program, path: str, statements: Iterable[Statement]) -> Iterator[tuple[Function, Call]]:
    """Functions that the module itself calls, each with the first of these calls."""
    found = [part for one in evaluated(statements) for part in walk(one) if isinstance(part, Call)]
    for call in reversed(found):
        called = program.evaluate(call.callee, program.scope(path)) if isinstance(call.callee, Name) else None
        if isinstance(called, Closure) and called.scope.path == path:
            yield called.function, call


class _Visit:
    def __init__(self, program: Program, scope: Scope, given: Mapping[Function, Call]) -> None:
        self._program = program
        self._scope = scope
        self._given = given
        self._seen: set[int] = set()

    def inside(self, expression: Expression, scope: Scope, depth: int) -> Iterator[Step]:
        for part in walk(expression):
            if id(part) in self._seen or depth > _DEEPEST:
                continue
            self._seen.add(id(part))
            if isinstance(part, Call):
                yield Step(part, scope)
            elif isinstance(part, Class):
                yield from self._methods(part, scope, depth)
            elif isinstance(part, Function):
                yield from self._body(self._program.evaluate(part, scope), depth)

    def _methods(self, written: Class, scope: Scope, depth: int) -> Iterator[Step]:
        """The static methods, in which `this` is the class."""
        value = self._program.evaluate(written, scope)
        for member in written.members:
            if isinstance(member, Function) and "static" in member.modifiers and member.name:
                self._seen.add(id(member))
                yield from self._body(self._program.member(value, member.name), depth, value)

    def _body(self, closure: Value, depth: int, this: Value | None = None) -> Iterator[Step]:
        if not isinstance(closure, Closure):
            return
        path = closure.scope.path
        given = self._arguments(closure.function)
        meant = [_meant(one, closure.function, path) for one in closure.function.parameters]
        arguments = [given.get(at, one) if isinstance(one, Unresolved) else one for at, one in enumerate(meant)]
        for step in self._program.steps(closure, arguments, this if isinstance(this, ClassValue) else None):
            yield from self.inside(step.expression, step.scope, depth + 1)

    def _arguments(self, function: Function) -> dict[int, Value]:
        """What the module itself calls a function with."""
        found: dict[int, Value] = {}
        for at, argument in enumerate(self._given[function].arguments if function in self._given else ()):
            if isinstance(argument, Spread | Keyword):
                break
            found[at] = self._program.evaluate(argument, self._scope)
        return found


# --- parameters ------------------------------------------------------------------------------------------------------


def _meant(parameter: Parameter, function: Function, path: str) -> Value:
    """What a parameter stands for, by what is done with it and by its name."""
    used = {member.name for member in _members(function, parameter.name)}
    if used & KEYS:
        return DATA_TYPES
    annotation = text(parameter.annotation) if parameter.annotation is not None else ""
    is_taken_apart = not parameter.name.isidentifier()
    if "define" in used or "Sequelize" in annotation or _HOLDERS.search(parameter.name) or is_taken_apart:
        return INSTANCE
    if _TYPES.match(parameter.name):
        return DATA_TYPES
    return Unresolved("it is a parameter", parameter.name, Location(path, parameter.span))


def _members(function: Function, name: str) -> Iterator[Member]:
    """The members of a parameter that a function asks for, in functions inside as well."""
    pending: list[Expression] = list(evaluated(function.body))
    while pending:
        for part in walk(pending.pop()):
            if isinstance(part, Function):
                pending.extend(evaluated(part.body))
            elif isinstance(part, Member) and isinstance(part.object, Name) and part.object.id == name:
                yield part


def concerns(program: Program, path: str) -> bool:
    """Whether a module imports Sequelize."""
    module = program.module(path)
    return module is not None and any(is_sequelize(one.source) for one in module.imports)
