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
from datamodel_check.model.values import Closure, Value

OTHER = "*"
"""Whatever method a handler does not name."""


def case(function: Value, method: str) -> Value:
    """The function without what other methods run."""
    if not isinstance(function, Closure):
        return function
    whole = function.function
    body = tuple(_running(whole.body, method))
    if body == whole.body:
        return function
    cut = Function(
        whole.name,
        whole.parameters,
        body,
        whole.span,
        decorators=whole.decorators,
        returns=whole.returns,
        modifiers=whole.modifiers,
        part=method,
    )
    return Closure(cut, function.scope)


def hands_on(function: Value) -> bool:
    """Whether the last that a handler does is to give request and response away: `return server.handle(req, res)`.

    Of a case this says that methods which the handler does not name are answered too.
    """
    if not isinstance(function, Closure) or len(function.function.parameters) < 2:
        return False
    last = function.function.body[-1] if function.function.body else None
    value = last.value if isinstance(last, Return | Evaluate) else None
    if isinstance(value, Operator) and value.symbol == "await":
        value = value.operands[0]
    return isinstance(value, Call) and _given(value) == [one.name for one in function.function.parameters[:2]]


def _given(call: Call) -> list[str]:
    return [one.id for one in call.arguments[:2] if isinstance(one, Name)]


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
