"""The insides of functions: what their statements evaluate, and the names that stand there, none of them run."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from datamodel_check.link.scope import LocalScope, Scope
from datamodel_check.model.location import Location
from datamodel_check.model.module import (
    Assignment,
    Binding,
    Block,
    Evaluate,
    Expression,
    Function,
    If,
    Operator,
    Return,
    Statement,
)
from datamodel_check.model.program import Step
from datamodel_check.model.values import Closure, Constant, Unresolved, Value


class _Names(dict[str, Value]):
    """Local names, each evaluated when somebody asks for it: most are never asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._later: dict[str, Callable[[], Value]] = {}

    def declare(self, name: str, place: Location, evaluate: Callable[[], Value]) -> None:
        self[name] = Unresolved(f"it is cyclic: {name} refers to itself", name, place)
        self._later[name] = evaluate

    def __getitem__(self, name: str) -> Value:
        later = self._later.pop(name, None)
        if later is not None:
            self[name] = later()
        return super().__getitem__(name)


def steps(
    evaluate: Callable[[Expression, Scope], Value], closure: Closure, arguments: Sequence[Value], this: Value | None
) -> Iterator[Step]:
    """Every expression of the function's statements, in order; its parameters stand for `arguments`.

    A parameter without an argument is `Unresolved`; a name that is assigned again keeps the value it began with.
    """
    function = closure.function
    names = _Names()
    scope = LocalScope(closure.scope, names)  # type: ignore[arg-type]
    if this is not None:
        names["this"] = this
    for position, parameter in enumerate(function.parameters):
        if position < len(arguments) and not parameter.rest:
            names[parameter.name] = arguments[position]
        else:
            place = Location(scope.path, parameter.span)
            names[parameter.name] = Unresolved("it is a parameter", parameter.name, place)
    yield from _steps(evaluate, function.body, scope, names)


def _steps(
    evaluate: Callable[[Expression, Scope], Value], statements: Iterable[Statement], scope: LocalScope, names: _Names
) -> Iterator[Step]:
    for statement in statements:
        if isinstance(statement, Binding):
            _declare(evaluate, statement, scope, names)
    for statement in statements:
        for expression in _expressions(statement):
            yield Step(expression, scope)
        for body in _bodies(statement):
            inside = _Names()
            yield from _steps(evaluate, body, LocalScope(scope, inside, block=True), inside)


def _declare(
    evaluate: Callable[[Expression, Scope], Value], statement: Binding, scope: LocalScope, names: _Names
) -> None:
    value = statement.value
    if isinstance(value, Function):
        names[statement.name] = Closure(value, scope)
    elif value is None:
        names[statement.name] = Constant(None, undefined=True)
    else:
        names.declare(statement.name, Location(scope.path, statement.span), lambda: evaluate(value, scope))


def _expressions(statement: Statement) -> Iterable[Expression]:
    match statement:
        case Binding(_, Operator("of" | "in", (_,))):
            return ()  # stands in the loop's header
        case Binding(_, value) | Return(value):
            return () if value is None else (value,)
        case Assignment(target, value):
            return (target, value)
        case Evaluate(value):
            return (value,)
        case If(test):
            return (test,)
        case Block(_, header):
            return header
        case _:
            return ()


def _bodies(statement: Statement) -> Iterable[Sequence[Statement]]:
    match statement:
        case If(_, then, otherwise):
            return then, otherwise
        case Block(_, _, body):
            return (body,)
        case _:
            return ()
