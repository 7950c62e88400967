"""Walking through expressions."""

from collections.abc import Iterator
from typing import Any

from datamodel_check.model.module import Call, Expression, Function, Keyword, Property, Spread
from datamodel_check.model.record import Record


def walk(expression: Expression) -> Iterator[Expression]:
    """The expression and all its parts, from the outside in. Functions are parts, what stands in them is not."""
    pending: list[Any] = [expression]
    while pending:
        node = pending.pop()
        if isinstance(node, Record):
            if not isinstance(node, Keyword | Property | Spread):
                yield node  # type: ignore[misc]
            pending.extend(getattr(node, field) for field in reversed(node._fields))
        elif isinstance(node, Function):
            yield node
        elif type(node) is tuple:
            pending.extend(reversed(node))


def calls(expression: Expression) -> Iterator[Call]:
    """The calls in an expression; of `a.b().c()` the whole chain before what it begins with."""
    for part in walk(expression):
        if isinstance(part, Call):
            yield part
