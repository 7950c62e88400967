"""What can be told of functions by looking, before anything is evaluated."""

from collections.abc import Iterator
from typing import Any

from datamodel_check.extract.layers.express.known import METHODS
from datamodel_check.model.module import Call, Function, Member
from datamodel_check.model.record import Record


def calls_within(node: Any) -> Iterator[Call]:
    """Every call in statements and expressions, also in functions."""
    pending: list[Any] = [node]
    while pending:
        node = pending.pop()
        if isinstance(node, Function):
            pending += [node.parameters, node.body]
        elif isinstance(node, Record):
            if isinstance(node, Call):
                yield node
            pending.extend(getattr(node, field) for field in node._fields)
        elif type(node) is tuple:
            pending.extend(node)


def reads_like_route(call: Call) -> bool:
    """Whether a call may declare a route or mount a router: `x.get("/", handler)`, `x.use(router)`."""
    if not isinstance(call.callee, Member):
        return False
    name = call.callee.name
    return (name in METHODS and len(call.arguments) > 1) or (name in {"route", "use"} and bool(call.arguments))


def sets_routes(function: Function) -> bool:
    """Whether a function may declare routes."""
    return any(reads_like_route(call) for call in calls_within(function))
