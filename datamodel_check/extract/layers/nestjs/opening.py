"""What a guard reads of a handler's metadata before it lets anybody pass.

`const open = this.reflector.get(PUBLIC, …); if (open) return true`: https://docs.nestjs.com/security/authentication.
"""

from collections.abc import Iterable, Iterator

from datamodel_check.model.module import (
    Binding,
    Block,
    Call,
    Conditional,
    Expression,
    If,
    Literal,
    Member,
    Name,
    Operator,
    Return,
    Statement,
)

_READS = frozenset({"get", "getAll", "getAllAndMerge", "getAllAndOverride"})

_KEEPING = frozenset({"||", "??", "&&", "==", "===", "await"})
"""Operators whose result is true where one of the operands is."""


def reads_metadata(call: Call) -> bool:
    """Whether a call may be `reflector.get(key, target)`."""
    return isinstance(call.callee, Member) and call.callee.name in _READS and bool(call.arguments)


def opening(statements: Iterable[Statement]) -> Iterator[Call]:
    """The calls that read what makes a function return true."""
    known: dict[str, list[Call]] = {}
    yield from _opening(statements, known)


def _opening(statements: Iterable[Statement], known: dict[str, list[Call]]) -> Iterator[Call]:
    for statement in statements:
        if isinstance(statement, Binding) and statement.value is not None:
            known[statement.name] = list(_true(statement.value, known))
        elif isinstance(statement, If):
            if any(isinstance(one, Return) and _is_true(one.value) for one in statement.then):
                yield from _true(statement.test, known)
            yield from _opening((*statement.then, *statement.otherwise), known)
        elif isinstance(statement, Block):
            yield from _opening(statement.body, known)
        elif isinstance(statement, Return) and statement.value is not None:
            yield from _true(statement.value, known)


def _true(expression: Expression, known: dict[str, list[Call]]) -> Iterator[Call]:
    """The calls of which something true makes the expression true."""
    match expression:
        case Name(id=name):
            yield from known.get(name, ())
        case Member(object=holder):
            yield from _true(holder, known)
        case Call() if reads_metadata(expression):
            yield expression
        case Conditional(test=test, then=then) if _is_true(then):
            yield from _true(test, known)
        case Operator(symbol=symbol, operands=operands) if symbol in _KEEPING:
            for operand in operands:
                yield from _true(operand, known)
        case Operator(symbol="!", operands=(Operator(symbol="!", operands=(inner,)),)):
            yield from _true(inner, known)
        case _:
            pass


def _is_true(expression: Expression | None) -> bool:
    return isinstance(expression, Literal) and expression.value is True
