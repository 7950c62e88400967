"""Walking through expressions."""

from collections.abc import Iterator
from typing import Any

from datamodel_check.model.module import Call, Expression, Function, Keyword, Property, Spread
from datamodel_check.model.record import Record

_CARRIERS = frozenset({Keyword, Property, Spread})
"""Parts of expressions that are none themselves."""


def walk(expression: Expression) -> Iterator[Expression]:
    """The expression and all its parts, from the outside in. Functions are parts, what stands in them is not."""
    pending: list[Any] = [expression]
    while pending:
        node = pending.pop()
        if isinstance(node, Record):
            if type(node) not in _CARRIERS:
                yield node  # type: ignore[misc]
            pending.extend(node.inside()[::-1])
        elif isinstance(node, Function):
            yield node
        elif type(node) is tuple:
            pending.extend(node[::-1])


def calls(expression: Expression) -> Iterator[Call]:
    """The calls in an expression; of `a.b().c()` the whole chain before what it begins with."""
    for part in walk(expression):
        if isinstance(part, Call):
            yield part
