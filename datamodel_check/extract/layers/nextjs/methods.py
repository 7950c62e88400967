"""Which methods a handler of the Pages API answers: those that it compares `req.method` with."""

from collections.abc import Iterator, Sequence

from datamodel_check.model.module import (
    Call,
    Expression,
    List,
    Literal,
    Member,
    Name,
    Object,
    Operator,
    Property,
    Subscript,
)
from datamodel_check.model.program import Program
from datamodel_check.model.record import Record
from datamodel_check.model.values import Closure, Value
from datamodel_check.model.walking import walk

METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH")
"""Source: next/src/server/web/http.ts."""

COMPARING = frozenset({"===", "==", "!==", "!="})


def methods(program: Program, functions: Sequence[Value]) -> tuple[str, ...]:
    """In the order of `METHODS`; none where no function asks."""
    asked = {
        method
        for function in functions
        if isinstance(function, Closure)
        for step in program.steps(function, sketched=True)
        for part in walk(step.expression)
        for method in _asked(part)
    }
    return tuple(method for method in METHODS if method in asked)


def _asked(part: Record | object) -> Iterator[str]:
    """`req.method === 'POST'`, `['GET', 'HEAD'].includes(req.method)`, `{ GET: list, POST: add }[req.method]`."""
    match part:
        case Operator(symbol=symbol, operands=operands) if symbol in COMPARING and any(map(is_method, operands)):
            yield from words(operands)
        case Call(callee=Member(object=List(items=items), name="includes"), arguments=arguments):
            if any(is_method(one) for one in arguments):
                yield from words(items)
        case Subscript(object=Object(entries=entries), keys=keys) if any(map(is_method, keys)):
            yield from (one.key for one in entries if isinstance(one, Property) and isinstance(one.key, str))
        case _:
            return


def is_method(expression: object) -> bool:
    """Whether an expression is the method of a request: `req.method`, or the name that it was given."""
    if isinstance(expression, Member):
        return expression.name == "method"
    return isinstance(expression, Name) and expression.id == "method"


def words(expressions: Sequence[Expression | object]) -> Iterator[str]:
    """The methods that are written out."""
    for one in expressions:
        if isinstance(one, Literal) and isinstance(one.value, str):
            yield one.value.upper()
