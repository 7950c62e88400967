"""What is left of a handler of the Pages API when it is asked with one method.

`if (req.method === 'GET') …` and `switch (req.method)` hold several routes in one function: each reads, writes and asks
who calls for itself.
"""

from collections.abc import Iterator, Sequence

from datamodel_check.extract.layers.nextjs.methods import COMPARING, is_method, words
from datamodel_check.model.module import (
    Block,
    Call,
    Evaluate,
    Expression,
    Function,
    If,
    List,
    Member,
    Name,
    Operator,
    Return,
    Statement,
)
from datamodel_check.model.program import Program
from datamodel_check.model.values import Closure, Value

OTHER = "*"
"""Whatever method a handler does not name."""

_DEEPEST = 8
"""Handlers that hand on to handlers."""


class Cases:
    """Answers for one program."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def of(self, method: str, function: Value) -> Iterator[Value]:
        """What of a function runs when it is asked with a method: itself, then what it hands its request on to."""
        for one in self.whole(function):
            yield _cut(one, method)

    def whole(self, function: Value) -> Iterator[Value]:
        """A function without its last word, then what that hands the request on to; else the function alone."""
        for _ in range(_DEEPEST):
            call = _handing(function)
            following = self._callee(function, call) if call is not None else None
            if not isinstance(function, Closure) or following is None:
                break
            yield _with(function, function.function.body[:-1], "own")
            function = following
        yield function

    def _callee(self, function: Value, call: Call) -> Closure | None:
        """The function of the repository that a function calls in the end."""
        for step in self._program.steps(function, sketched=True) if isinstance(function, Closure) else ():
            if call in (step.expression, _awaited(step.expression)):
                callee = self._program.sketch(call.callee, step.scope)
                return callee if isinstance(callee, Closure) else None
        return None


def hands_on(function: Value) -> bool:
    """Whether the last that a handler does is to give request and response away: `return server.handle(req, res)`.

    Of a case this says that methods which the handler does not name are answered too.
    """
    return _handing(function) is not None


def _handing(function: Value) -> Call | None:
    """The call that ends a function, where it is given the same request and response."""
    if not isinstance(function, Closure) or len(function.function.parameters) < 2:
        return None
    last = function.function.body[-1] if function.function.body else None
    value = _awaited(last.value) if isinstance(last, Return | Evaluate) else None
    given = [one.name for one in function.function.parameters[:2]]
    return value if isinstance(value, Call) and _names(value.arguments) == given else None


def _awaited(value: Expression | None) -> Expression | None:
    return value.operands[0] if isinstance(value, Operator) and value.symbol == "await" else value


def _names(arguments: Sequence[object]) -> list[str]:
    return [one.id for one in arguments if isinstance(one, Name)]


def _cut(function: Value, method: str) -> Value:
    """The function without what other methods run."""
    if not isinstance(function, Closure):
        return function
    body = tuple(_running(function.function.body, method))
    return function if body == function.function.body else _with(function, body, method)


def _with(function: Closure, body: tuple[Statement, ...], part: str) -> Closure:
    whole = function.function
    made = Function(
        whole.name,
        whole.parameters,
        body,
        whole.span,
        decorators=whole.decorators,
        returns=whole.returns,
        modifiers=whole.modifiers,
        part=f"{whole.part} {part}".strip(),
    )
    return Closure(made, function.scope)


# --- statements ------------------------------------------------------------------------------------------------------


def _running(statements: Sequence[Statement], method: str) -> Iterator[Statement]:
    for statement in statements:
        kept = _kept(statement, method)
        yield kept
        if _ends(kept):
            return


def _kept(statement: Statement, method: str) -> Statement:
    if isinstance(statement, If):
        decided = _decided(statement.test, method)
        if decided is not None:
            running = statement.then if decided else statement.otherwise
            return Block("block", (), tuple(_running(running, method)), statement.span)
        then, otherwise = (tuple(_running(branch, method)) for branch in (statement.then, statement.otherwise))
        return (
            statement
            if (then, otherwise) == (statement.then, statement.otherwise)
            else If(statement.test, then, otherwise, statement.span)
        )
    if isinstance(statement, Block):
        body = tuple(_running(statement.body, method))
        return statement if body == statement.body else Block(statement.kind, statement.header, body, statement.span)
    return statement


def _ends(statement: Statement) -> bool:
    """Whether nothing behind a statement runs, as far as that is plain."""
    if isinstance(statement, Block):
        return statement.kind == "block" and not statement.header and any(map(_ends, statement.body))
    if isinstance(statement, Evaluate):
        return isinstance(statement.value, Operator) and statement.value.symbol == "throw"
    return isinstance(statement, Return)


# --- tests -----------------------------------------------------------------------------------------------------------


def _decided(test: Expression, method: str) -> bool | None:
    """What a test comes to for a method; None where it does not follow from the method."""
    match test:
        case Operator(symbol="!", operands=(negated,)):
            inner = _decided(negated, method)
            return None if inner is None else not inner
        case Operator(symbol="&&" | "||" as symbol, operands=operands):
            settling = symbol == "||"
            parts = [_decided(one, method) for one in operands]
            return settling if settling in parts else None if None in parts else not settling
        case Operator(symbol=symbol, operands=operands) if symbol in COMPARING and any(map(is_method, operands)):
            compared = list(words(operands))
            return (method in compared) != symbol.startswith("!") if compared else None
        case Call(callee=Member(object=List(items=items), name="includes"), arguments=(asked,)) if is_method(asked):
            listed = list(words(items))
            return method in listed if len(listed) == len(items) else None
        case _:
            return None
