"""Where a module calls something: at its top level and in every function inside, with the names seen there."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from datamodel_check.model.location import Location
from datamodel_check.model.module import (
    Assignment,
    Binding,
    Block,
    Call,
    Evaluate,
    Expression,
    Function,
    If,
    Return,
    Statement,
)
from datamodel_check.model.program import Program, Scope, Step
from datamodel_check.model.values import Closure
from datamodel_check.model.walking import walk

_DEEPEST = 20
"""Functions inside functions."""


class Site(NamedTuple):
    """A call, the names that it sees, and the top-level binding around it (empty where it stands in none)."""

    call: Call
    scope: Scope
    holder: str

    @property
    def location(self) -> Location:
        return Location(self.scope.path, self.call.span)


def sites(program: Program, path: str) -> Iterator[Site]:
    """Every call of a module, each once, outer calls first."""
    module = program.module(path)
    seen: set[tuple[int, int]] = set()
    for holder, expression in _top_level(module.statements if module else ()):
        for call, scope in within(program, Step(expression, program.scope(path))):
            if (call.span.start, call.span.end) not in seen:
                seen.add((call.span.start, call.span.end))
                yield Site(call, scope, holder)


def within(program: Program, step: Step, depth: int = 0) -> Iterator[tuple[Call, Scope]]:
    """Every call in an expression, also in the functions that stand in it."""
    for part in walk(step.expression):
        if isinstance(part, Call):
            yield part, step.scope
        elif isinstance(part, Function) and depth < _DEEPEST:
            closure = program.evaluate(part, step.scope)
            if isinstance(closure, Closure):
                for inside in program.steps(closure):
                    yield from within(program, inside, depth + 1)


def _top_level(statements: Sequence[Statement]) -> Iterator[tuple[str, Expression]]:
    """The expressions of a module, each with the name that it is bound to."""
    for statement in statements:
        match statement:
            case Binding(name=name, value=value) if value is not None:
                yield name, value
            case Assignment(value=value) | Evaluate(value=value):
                yield "", value
            case Return(value=value) if value is not None:
                yield "", value
            case If():
                yield from _top_level((*statement.then, *statement.otherwise))
            case Block():
                yield from _top_level(statement.body)
            case _:
                pass
