"""What can be told of functions by looking, before anything is evaluated."""

from collections.abc import Iterator
from typing import Any

from datamodel_check.extract.layers.express.known import METHODS
from datamodel_check.model.module import Call, Function, Literal, Member, Name, Object, Subscript, Template
from datamodel_check.model.record import Record

ROUTERS = frozenset({"api", "app", "application", "expressApp", "router", "server"})
"""What applications and routers are called."""


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
    """Whether a call may declare a route or mount a router: `x.get("/", handler)`, `x.use(router)`.

    `axios.post(url, { … })` and `get(object, "path")` do not.
    """
    if isinstance(call.callee, Subscript):
        holder = call.callee.object
        return isinstance(holder, Name) and holder.id in ROUTERS and _is_given_functions(call)
    if not isinstance(call.callee, Member):
        return False
    name = call.callee.name
    return (name in METHODS and _is_given_functions(call)) or (name in {"route", "use"} and bool(call.arguments))


def _is_given_functions(call: Call) -> bool:
    """Whether anything behind the first argument may be a function."""
    return any(not isinstance(one, Literal | Object | Template) for one in call.arguments[1:])
