"""Running statements as Python does: names belong to the function, `try` and `with` run what they hold."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from datamodel_check.link.drafts import UndecidedError
from datamodel_check.link.scope import LocalScope
from datamodel_check.link.statements import RUNNERS as COMMON
from datamodel_check.link.statements import Completion, Runner, run
from datamodel_check.link.writes import writes
from datamodel_check.model.location import Location
from datamodel_check.model.module import (
    Binding,
    Block,
    Call,
    Class,
    Evaluate,
    Function,
    If,
    Literal,
    Name,
    Operator,
    Statement,
)
from datamodel_check.model.values import ClassValue, Closure, Value

if TYPE_CHECKING:
    from datamodel_check.link.evaluate import Evaluator


def _binding(evaluator: "Evaluator", statement: Binding, scope: LocalScope) -> Completion:
    owner = scope.of_function()
    match statement.value:
        case None:
            pass
        case Function() as function:
            owner.names[statement.name] = Closure(function, scope)
            _decorate(evaluator, function, owner.names[statement.name], scope)
        case Class() as declaration:
            owner.names[statement.name] = ClassValue(declaration, scope)
            _decorate(evaluator, declaration, owner.names[statement.name], scope)
        case value:
            owner.names[statement.name] = evaluator.evaluate(value, scope)
    return None


def _decorate(evaluator: "Evaluator", declared: Function | Class, value: Value, scope: LocalScope) -> None:
    """What its decorators do with a function or a class, the nearest first; the name stands for what is declared."""
    location = Location(scope.path, declared.span)
    for decorator in reversed(declared.decorators):
        try:
            evaluator.call(evaluator.evaluate(decorator, scope), (value,), location)
        except UndecidedError:
            continue


def _block(evaluator: "Evaluator", statement: Block, scope: LocalScope) -> Completion:
    match statement.kind:
        case "with" | "block":
            for value in statement.header:
                evaluator.evaluate(value, scope)
            return run(evaluator, statement.body, scope)
        case "try":
            # What is tried is taken to succeed: then no handler runs.
            return None if statement.header else run(evaluator, statement.body, scope)
        case _:
            return COMMON[Block](evaluator, statement, scope)


def _if(evaluator: "Evaluator", statement: If, scope: LocalScope) -> Completion:
    """Where the test is not known, each name that is written keeps what it is in either case."""
    test = evaluator.evaluate(statement.test, scope)
    truth = evaluator.truth(test)
    if truth is not None:
        return run(evaluator, statement.then if truth else statement.otherwise, scope)
    if _leaves((*statement.then, *statement.otherwise)):
        return COMMON[If](evaluator, statement, scope)
    owner = scope.of_function()
    names = {write.name for write in writes((statement,), evaluator.mutators)} | set(_bound((statement,)))
    names &= owner.names.keys() | set(_bound((statement,)))
    before = {name: owner.names[name] for name in names if name in owner.names}
    then = _branch(evaluator, statement.then, scope, owner, before)
    otherwise = _branch(evaluator, statement.otherwise, scope, owner, before)
    location = Location(scope.path, statement.span)
    for name in sorted(then.keys() | otherwise.keys()):
        owner.names[name] = _joined(evaluator, test, then.get(name), otherwise.get(name), name, location)
    return None


def _branch(
    evaluator: "Evaluator",
    statements: tuple[Statement, ...],
    scope: LocalScope,
    owner: LocalScope,
    before: Mapping[str, Value],
) -> dict[str, Value]:
    """What the names are behind one branch; each branch begins with values of its own."""
    for name, value in before.items():
        owner.names[name] = evaluator.drafts.copy(value)
    written = {*before, *_bound(statements)}
    run(evaluator, statements, scope)
    return {name: owner.names[name] for name in written if name in owner.names}


def _joined(
    evaluator: "Evaluator", test: Value, then: Value | None, otherwise: Value | None, name: str, location: Location
) -> Value:
    known = [value for value in (then, otherwise) if value is not None]
    if len(known) == 2 and evaluator.describe(known[0]) == evaluator.describe(known[1]):
        return known[0]
    return evaluator.either(test, tuple(known), name, location)


def _bound(statements: tuple[Statement, ...]) -> set[str]:
    from datamodel_check.link.python.names import bound

    return set(bound(statements))


def _leaves(statements: tuple[Statement, ...]) -> bool:
    """Whether statements may leave what they stand in."""
    from datamodel_check.link.statements import leaves

    return leaves(statements) is not None or any(
        isinstance(s, Evaluate) and isinstance(s.value, Operator) and s.value.symbol == "throw" for s in statements
    )


def _evaluate(evaluator: "Evaluator", statement: Evaluate, scope: LocalScope) -> Completion:
    match statement.value:
        case Call(Name("import *"), (Literal(str() as source),)):
            return _all_of(evaluator, source, statement, scope)
        case _:
            return COMMON[Evaluate](evaluator, statement, scope)


def _all_of(evaluator: "Evaluator", source: str, statement: Evaluate, scope: LocalScope) -> Completion:
    """`from source import *` inside a statement."""
    bindings = evaluator.bindings
    location = Location(scope.path, statement.span)
    for name in bindings.all_of(scope.path, source):  # type: ignore[attr-defined]
        scope.of_function().names[name] = bindings.imported(scope.path, source, name, location)  # type: ignore[attr-defined]
    return None


RUNNERS: Mapping[type, Runner] = {**COMMON, Binding: _binding, Block: _block, Evaluate: _evaluate, If: _if}
