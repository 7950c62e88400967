"""Where names are assigned, and where what they stand for is changed in place."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from datamodel_check.model.location import Span
from datamodel_check.model.module import (
    Assignment,
    Binding,
    Block,
    Call,
    Evaluate,
    Expression,
    Function,
    If,
    Member,
    Name,
    Operator,
    Statement,
    Subscript,
)
from datamodel_check.model.record import Record

MUTATORS = frozenset(
    {
        "add",
        "clear",
        "copyWithin",
        "delete",
        "fill",
        "pop",
        "push",
        "reverse",
        "set",
        "shift",
        "sort",
        "splice",
        "unshift",
    }
)
"""Methods of arrays, sets and maps that change them."""

_MUTATING_FUNCTIONS = frozenset({"assign", "defineProperties", "defineProperty", "setPrototypeOf"})
"""Of `Object` and `Reflect`: they change their first argument."""

_HARMLESS = frozenset({"Array", "JSON", "Math", "Number", "Object", "Reflect", "String", "console"})
"""Globals whose functions change no argument but as said above."""

_ASSIGNING = frozenset(
    {
        "=",
        "++",
        "--",
        "postfix ++",
        "postfix --",
        *(f"{s}=" for s in ["+", "-", "*", "/", "%", "**", "<<", ">>", ">>>", "&", "^", "|", "&&", "||", "??"]),
    }
)


class Write(NamedTuple):
    """One place where a name is assigned, or (`inside`) where what it stands for is changed."""

    name: str
    inside: bool
    span: Span


class Change(NamedTuple):
    """A top-level statement that writes a name when it is executed."""

    statement: Statement
    inside: bool


class Changes:
    """What happens to one top-level name after its declaration."""

    __slots__ = ("ordered", "unordered")

    def __init__(self) -> None:
        self.ordered: list[Change] = []
        self.unordered: list[Write] = []
        """Those that stand in functions, so that nobody knows when they happen."""


def changes(statements: Sequence[Statement]) -> dict[str, Changes]:
    """What happens to the top-level names of a module."""
    found: dict[str, Changes] = {}
    for statement in statements:
        executed = not isinstance(statement, Binding)
        for write in writes((statement,)):
            known = found.setdefault(write.name, Changes())
            if not executed or _stored(statement, write.span):
                known.unordered.append(write)
            elif not known.ordered or known.ordered[-1].statement is not statement:
                known.ordered.append(Change(statement, write.inside))
            elif not write.inside:
                known.ordered[-1] = Change(statement, inside=False)
    return found


def writes(parts: Iterable[Statement | Expression], mutators: frozenset[str] = MUTATORS) -> Iterator[Write]:
    """The writes in `parts`, also in their functions, of names that are not declared in there."""
    pending: list[tuple[Any, frozenset[str]]] = [(tuple(parts), frozenset())]
    while pending:
        node, hidden = pending.pop()
        if isinstance(node, Function):
            hidden |= {parameter.name for parameter in node.parameters} | declared(node.body)
            pending += ((node.parameters, hidden), (node.body, hidden))
            continue
        if isinstance(node, (Block, If)):
            hidden |= declared(node.body) if isinstance(node, Block) else declared((*node.then, *node.otherwise))
        targets = _TARGETS.get(type(node))
        for target, inside in targets(node, mutators) if targets else ():
            name = _root(target)
            if name and name not in hidden:
                yield Write(name, inside or not isinstance(target, Name), node.span)
        pending.extend([(part, hidden) for part in _parts(node)])


def assigned(name: str, statements: Sequence[Statement]) -> Iterator[Expression]:
    """What is assigned to a top-level name, in functions too."""
    places = {write.span for write in writes(statements) if write.name == name and not write.inside}
    pending: list[Any] = list(reversed(statements))
    while pending:
        node = pending.pop()
        if isinstance(node, Function):
            pending.extend(reversed(node.body))
        elif isinstance(node, Assignment) and node.span in places:
            yield node.value
        elif isinstance(node, Operator) and node.span in places and len(node.operands) > 1:
            yield node.operands[1]
        else:
            pending.extend(reversed(list(_parts(node))))


def _parts(node: Any) -> Iterable[Any]:
    """What a node holds directly."""
    if isinstance(node, Record):
        return node.inside()
    return node if type(node) is tuple else ()


def declared(statements: Iterable[Statement]) -> set[str]:
    """The names that statements declare."""
    return {statement.name for statement in statements if isinstance(statement, Binding)}


def _stored(statement: Statement, span: Span) -> bool:
    """Whether what stands at `span` is in a function that the statement does not call at once."""
    return isinstance(statement, Assignment) and any(
        function.span.start <= span.start < function.span.end for function in functions(statement.value)
    )


def functions(expression: Expression) -> Iterator[Function]:
    """The functions in an expression, without those in them."""
    pending: list[Any] = [expression]
    while pending:
        node = pending.pop()
        if isinstance(node, Function):
            yield node
        else:
            pending.extend(_parts(node))


def _root(target: Expression) -> str | None:
    """The `a` of `a.b[c]`."""
    while isinstance(target, Member | Subscript):
        target = target.object
    return target.id if isinstance(target, Name) else None


# --- what is written -------------------------------------------------------------------------------------------------


def _of_assignment(node: Assignment, mutators: frozenset[str]) -> Iterator[tuple[Expression, bool]]:  # noqa: ARG001
    yield node.target, False


def _of_operator(node: Operator, mutators: frozenset[str]) -> Iterator[tuple[Expression, bool]]:  # noqa: ARG001
    if node.symbol in _ASSIGNING or node.symbol == "delete":
        yield node.operands[0], False


def _of_evaluate(node: Evaluate, mutators: frozenset[str]) -> Iterator[tuple[Expression, bool]]:  # noqa: ARG001
    yield from ((target, True) for target in handed_over(node))


def handed_over(statement: Evaluate) -> Iterator[Name]:
    """The names that a call standing for itself passes to a function: only what it changes can be its purpose."""
    match statement.value:
        case Call(callee, arguments) if _root(callee) not in _HARMLESS:
            yield from (argument for argument in arguments if isinstance(argument, Name))


def _of_call(node: Call, mutators: frozenset[str]) -> Iterator[tuple[Expression, bool]]:
    match node.callee:
        case Member(Name("Object" | "Reflect"), name) if name in _MUTATING_FUNCTIONS:
            yield from (
                (target, True) for target in node.arguments[:1] if isinstance(target, Name | Member | Subscript)
            )
        case Member(target, name) if name in mutators:
            yield target, True


_TARGETS: dict[type, Callable[[Any, frozenset[str]], Iterable[tuple[Expression, bool]]]] = {
    Assignment: _of_assignment,
    Call: _of_call,
    Evaluate: _of_evaluate,
    Operator: _of_operator,
}
