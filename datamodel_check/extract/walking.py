"""Every expression of a module, with the names that it sees, whether or not anybody runs it."""

from collections.abc import Iterable, Iterator

from datamodel_check.model.module import (
    Assignment,
    Binding,
    Block,
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


def expressions(program: Program, path: str) -> Iterator[Step]:
    """The parts of all statements, from the outside in, functions and methods included; each once."""
    module = program.module(path)
    scope = program.scope(path)
    seen: set[int] = set()
    for expression in evaluated(module.statements if module else ()):
        yield from _inside(program, expression, scope, seen, 0)


def evaluated(statements: Iterable[Statement]) -> Iterator[Expression]:
    """The expressions of statements, whichever branch they stand in; targets of assignments are none."""
    for statement in statements:
        match statement:
            case Binding(value=value) | Return(value=value):
                if value is not None:
                    yield value
            case Assignment(value=value) | Evaluate(value=value):
                yield value
            case If(test=test, then=then, otherwise=otherwise):
                yield test
                yield from evaluated((*then, *otherwise))
            case Block(header=header, body=body):
                yield from header
                yield from evaluated(body)
            case _:
                pass


def _inside(program: Program, expression: Expression, scope: Scope, seen: set[int], depth: int) -> Iterator[Step]:
    for part in walk(expression):
        if id(part) in seen:
            continue
        seen.add(id(part))
        yield Step(part, scope)
        if isinstance(part, Function) and depth < _DEEPEST:
            closure = program.evaluate(part, scope)
            for step in program.steps(closure) if isinstance(closure, Closure) else ():
                yield from _inside(program, step.expression, step.scope, seen, depth + 1)
