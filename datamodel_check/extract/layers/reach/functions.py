"""Functions of the repository as they are called: with the object they belong to, and what they are given."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias

from datamodel_check.model.location import Location
from datamodel_check.model.module import (
    Assignment,
    Block,
    Expression,
    Function,
    If,
    Member,
    Name,
    Return,
    Statement,
    Subscript,
)
from datamodel_check.model.record import Record
from datamodel_check.model.values import (
    Access,
    Application,
    ClassValue,
    Closure,
    Constant,
    External,
    Namespace,
    ObjectValue,
    Value,
)

Identity: TypeAlias = tuple[object, ...] | None


class Bound(NamedTuple):
    """A function, the object that it is a method of, and its arguments; None stands for what matters to nobody."""

    closure: Closure
    this: Value | None = None
    arguments: tuple[Value | None, ...] = ()

    @property
    def location(self) -> Location:
        return Location(self.closure.scope.path, self.closure.function.span)


def identity(value: Value | None, depth: int = 6) -> Identity:
    """What tells a value from others that lead elsewhere; None of what leads nowhere."""
    if value is None or not depth:
        return None
    match value:
        case Closure():
            return ("function", value.scope.path, value.function.span.start, _instance(value))
        case ClassValue():
            return ("class", value.scope.path, value.declaration.span.start)
        case Constant():
            return ("constant", value.value)
        case External():
            return ("external", value.package, *value.path)
        case Namespace():
            return ("module", value.path)
        case Access():
            return ("member", identity(value.object, depth - 1), value.name)
        case Application():
            place = value.location
            given = tuple(identity(one, depth - 2) for one in value.arguments) if depth > 2 else ()
            return ("call", place.path, place.span.start, identity(value.callee, depth - 1), given)
        case ObjectValue():
            return ("object", *((name, identity(one, depth - 1)) for name, one in sorted(value.entries.items())))
        case _:
            return None


def _instance(closure: Closure) -> int:
    """Functions inside functions differ by what they see there."""
    return 0 if getattr(closure.scope, "parent", None) is None else id(closure.scope)


def keyed(function: Function) -> frozenset[int]:
    """The positions of parameters by which something is picked: `model` of `(model) => client[model].findMany()`."""
    names = {parameter.name: position for position, parameter in enumerate(function.parameters)}
    found: set[int] = set()
    pending: list[Any] = [function.body] if names else []
    while pending:
        node = pending.pop()
        if isinstance(node, Function):
            pending.append(node.body)
        elif isinstance(node, Record):
            if isinstance(node, Subscript):
                found |= {names[key.id] for key in node.keys if isinstance(key, Name) and key.id in names}
            pending.extend(getattr(node, field) for field in node._fields)
        elif type(node) is tuple:
            pending.extend(node)
    return frozenset(found)


def changed(statements: Iterable[Statement]) -> Iterator[Member]:
    """The members that are assigned to: `user.name = name`."""
    for statement in statements:
        if isinstance(statement, Assignment):
            if isinstance(statement.target, Member):
                yield statement.target
        elif isinstance(statement, If):
            yield from changed(statement.then)
            yield from changed(statement.otherwise)
        elif isinstance(statement, Block):
            yield from changed(statement.body)


def returned(statements: Iterable[Statement]) -> Iterator[Expression]:
    """What a function returns, in whichever branch."""
    for statement in statements:
        if isinstance(statement, Return):
            if statement.value is not None:
                yield statement.value
        elif isinstance(statement, If):
            yield from returned(statement.then)
            yield from returned(statement.otherwise)
        elif isinstance(statement, Block):
            yield from returned(statement.body)
