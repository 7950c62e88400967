"""Running the statements of a function, as far as it can be decided which of them run."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from datamodel_check.link import javascript as js
from datamodel_check.link.describe import briefly
from datamodel_check.link.drafts import is_mutable
from datamodel_check.link.elements import keys, size
from datamodel_check.link.scope import LocalScope
from datamodel_check.link.writes import handed_over, writes
from datamodel_check.model.location import Location, Span
from datamodel_check.model.module import (
    Assignment,
    Binding,
    Block,
    Evaluate,
    Expression,
    Function,
    If,
    Member,
    Name,
    Opaque,
    Operator,
    Return,
    Statement,
    Subscript,
    TypeDeclaration,
)
from datamodel_check.model.program import Skipped
from datamodel_check.model.values import Access, Application, Closure, External, Unresolved, Value

if TYPE_CHECKING:
    from datamodel_check.link.evaluate import Evaluator


class Returned(NamedTuple):
    """The function is left. Where it cannot be decided whether or with what, `undecided` says why."""

    value: Value
    undecided: bool = False


class Jump(NamedTuple):
    """A `break` or `continue`; `undecided` says why it is not known whether it is one."""

    kind: str
    undecided: Unresolved | None = None


Completion: TypeAlias = Returned | Jump | None
"""How statements end; None where what stands behind them goes on."""

Runner: TypeAlias = Callable[["Evaluator", Any, LocalScope], Completion]

ITEM = "#of"
"""The name under which a loop keeps what `of xs` means in this round."""


def run(evaluator: "Evaluator", statements: Sequence[Statement], scope: LocalScope) -> Completion:
    """Run statements in turn until one of them leaves."""
    for statement in statements:
        if isinstance(statement, Binding) and isinstance(statement.value, Function):
            scope.names[statement.name] = Closure(statement.value, scope)
    evaluator.budget.enter()
    try:
        for place, statement in enumerate(statements):
            completion = evaluator.runners[type(statement)](evaluator, statement, scope)
            if completion is not None:
                _pass_over(evaluator, statements[place + 1 :], scope, completion)
                return completion
    finally:
        evaluator.budget.depth -= 1
    return None


def _pass_over(
    evaluator: "Evaluator", rest: Sequence[Statement], scope: LocalScope, completion: Returned | Jump
) -> None:
    """What stands behind a statement that may have left is executed where it did not."""
    because = completion.value if isinstance(completion, Returned) else completion.undecided
    if rest and completion.undecided and isinstance(because, Unresolved):
        span = Span(rest[0].span.start, rest[-1].span.end, rest[0].span.line)
        evaluator.effects.append(Skipped(Block("block", (), tuple(rest), span), scope, because))


def forget(
    evaluator: "Evaluator",
    parts: Iterable[Statement | Expression],
    scope: LocalScope,
    because: Callable[[], Unresolved],
) -> None:
    """Nobody knows whether `parts` run: what they change is not known from here on. Most change nothing."""
    reason: Unresolved | None = None
    for write in writes(parts, evaluator.mutators):
        owner = scope.owner(write.name)
        if owner is None:
            continue
        value = owner.names[write.name]
        reason = reason or because()
        if not write.inside:
            owner.names[write.name] = reason
        elif is_mutable(value):
            owner.names[write.name] = evaluator.drafts.opened(value, reason)


# --- simple statements -----------------------------------------------------------------------------------------------


def _binding(evaluator: "Evaluator", statement: Binding, scope: LocalScope) -> Completion:
    if not isinstance(statement.value, Function):
        value = js.UNDEFINED if statement.value is None else evaluator.evaluate(statement.value, scope)
        if statement.kind != "var":
            scope.names[statement.name] = value
        elif statement.value is not None or scope.owner(statement.name) is None:
            scope.of_function().names[statement.name] = value
    return None


def _assignment(evaluator: "Evaluator", statement: Assignment, scope: LocalScope) -> Completion:
    assign(evaluator, statement.target, evaluator.evaluate(statement.value, scope), scope)
    return None


def assign(evaluator: "Evaluator", target: Expression, value: Value, scope: LocalScope) -> None:
    """`target = value`."""
    match target:
        case Name(id):
            owner = scope.owner(id)
            if owner is not None:
                owner.names[id] = value
        case Member(holder, name):
            _store(evaluator, evaluator.evaluate(holder, scope), name, value, Location(scope.path, target.span))
        case Subscript(holder, (key,)):
            computed = evaluator.key(evaluator.evaluate(key, scope))
            _store(evaluator, evaluator.evaluate(holder, scope), computed, value, Location(scope.path, target.span))
        case _:
            pass  # a pattern, whose names are assigned one by one


def _store(evaluator: "Evaluator", holder: Value, key: str | None, value: Value, place: Location) -> None:
    evaluator.budget.make(size(holder))
    evaluator.drafts.store(holder, key, value, place)


def _return(evaluator: "Evaluator", statement: Return, scope: LocalScope) -> Completion:
    return Returned(evaluator.nothing if statement.value is None else evaluator.evaluate(statement.value, scope))


def _evaluate(evaluator: "Evaluator", statement: Evaluate, scope: LocalScope) -> Completion:
    match statement.value:
        case Operator("throw", (thrown,)):
            reason = f"it throws {briefly(evaluator.evaluate(thrown, scope))}"
            return Returned(evaluator.unresolved(reason, statement.value, scope), undecided=True)
        case Opaque("break_statement" | "continue_statement" as kind, text):
            labelled = text.strip(" ;") not in ("break", "continue")
            because = evaluator.unresolved("it jumps to a label", statement.value, scope)
            return Jump(kind, because if labelled else None)
        case _:
            pass
    value = evaluator.evaluate(statement.value, scope)
    if isinstance(value, Application):
        # What happens here happens to the arguments as they are now.
        value.arguments = tuple(evaluator.drafts.copy(argument) for argument in value.arguments)
    if isinstance(value, Application | Unresolved) and not _is_harmless(value):
        _escape(evaluator, statement, scope)
    return None


_HARMLESS = frozenset({"mongoose"})
"""Packages whose functions, and the methods of what they return, leave their arguments as they are."""


def _is_harmless(value: Value) -> bool:
    while isinstance(value, Application | Access):
        value = value.callee if isinstance(value, Application) else value.object
    return isinstance(value, External) and value.package in _HARMLESS


def _escape(evaluator: "Evaluator", statement: Evaluate, scope: LocalScope) -> None:
    """What is handed to a function that is not known may be changed by it."""
    for name in handed_over(statement):
        value = evaluator.evaluate(name, scope)
        owner = scope.owner(name.id)
        if owner is not None and is_mutable(value):
            because = evaluator.unresolved("it may be changed here", statement.value, scope)
            owner.names[name.id] = evaluator.drafts.opened(value, because)


def _type(evaluator: "Evaluator", statement: TypeDeclaration, scope: LocalScope) -> Completion:  # noqa: ARG001
    return None


# --- branches --------------------------------------------------------------------------------------------------------


def _if(evaluator: "Evaluator", statement: If, scope: LocalScope) -> Completion:
    test = evaluator.evaluate(statement.test, scope)
    decided = evaluator.truth(test)
    if decided is not None:
        return run(evaluator, statement.then if decided else statement.otherwise, LocalScope(scope, block=True))
    if _throws(statement.then):
        return run(evaluator, statement.otherwise, LocalScope(scope, block=True))
    because = evaluator.undecided(test, statement.test, scope)
    return _skip(evaluator, statement, scope, because)


def _throws(statements: Sequence[Statement]) -> bool:
    """Whether the statements end in `throw`: what stands behind them runs only where they did not."""
    match statements[-1:]:
        case (Evaluate(Operator("throw")),):
            return leaves(statements) is None
        case _:
            return False


def _skip(evaluator: "Evaluator", statement: Statement, scope: LocalScope, because: Unresolved) -> Completion:
    """Go on behind a statement that may or may not run; not possible where it may leave the function or a loop."""
    forget(evaluator, (statement,), scope, lambda: because)
    evaluator.effects.append(Skipped(statement, scope, because))
    left = leaves((statement,))
    if left == "return":
        return Returned(because, undecided=True)
    return Jump(left, because) if left else None


def leaves(statements: Sequence[Statement], *, loop: bool = False) -> str | None:
    """Whether any of the statements may leave what they stand in: by `return`, or by a jump."""
    found: str | None = None
    for statement in statements:
        inner: str | None = None
        match statement:
            case Return():
                return "return"
            case Evaluate(Opaque("break_statement" | "continue_statement")) if not loop:
                inner = "jump"
            case If(_, then, otherwise):
                inner = leaves((*then, *otherwise), loop=loop)
            case Block(kind, _, body):
                inner = leaves(body, loop=loop or kind == "loop")
            case _:
                pass
        if inner == "return":
            return inner
        found = found or inner
    return found


# --- blocks and loops ------------------------------------------------------------------------------------------------


def _block(evaluator: "Evaluator", statement: Block, scope: LocalScope) -> Completion:
    if statement.kind == "block" and not statement.header:
        return run(evaluator, statement.body, LocalScope(scope, block=True))
    if statement.kind == "loop":
        items = _looped(evaluator, statement, scope)
        if items is not None:
            return _loop(evaluator, statement, items, scope)
    reason = "a loop" if statement.kind == "loop" else f"a {statement.kind} statement"
    because = evaluator.unresolved(f"it is computed by {reason}", statement, scope)
    return _skip(evaluator, statement, scope, because)


def _looped(evaluator: "Evaluator", statement: Block, scope: LocalScope) -> tuple[Value, ...] | None:
    """What `for … of` and `for … in` go over; None of other loops, and where it is not known."""
    match statement.body[:1]:
        case (Binding(value=first),) | (Assignment(value=first),):
            kind = _kind(first)
            value = evaluator.evaluate(statement.header[0], scope) if kind else js.UNDEFINED
            return evaluator.elements(value) if kind == "of" else keys(value) if kind == "in" else None
        case _:
            return None


def _kind(value: Expression | None) -> str | None:
    """The `of` or `in` that a loop's variable is made from."""
    pending: list[Any] = [value]
    while pending:
        match pending.pop():
            case Operator("of" | "in" as symbol, (_,)):
                return symbol
            case Operator(_, (operand, *_)) | Member(operand) | Subscript(operand):
                pending.append(operand)
            case _:
                return None
    return None


def _loop(evaluator: "Evaluator", statement: Block, items: tuple[Value, ...], scope: LocalScope) -> Completion:
    for item in items:
        completion = run(evaluator, statement.body, LocalScope(scope, {ITEM: item}, block=True))
        if isinstance(completion, Returned):
            return completion
        if isinstance(completion, Jump) and completion.undecided:
            return _skip(evaluator, statement, scope, completion.undecided)
        if isinstance(completion, Jump) and completion.kind == "break_statement":
            return None
    return None


RUNNERS: Mapping[type, Runner] = {
    Assignment: _assignment,
    Binding: _binding,
    Block: _block,
    Evaluate: _evaluate,
    If: _if,
    Return: _return,
    TypeDeclaration: _type,
}
