"""The elements that a component renders: JSX is kept as text, in which they are looked for by name."""

import re
from collections.abc import Iterator
from typing import Any

from datamodel_check.model.module import Call, Expression, Function, Member, Name, Opaque
from datamodel_check.model.record import Record

_OPENING = re.compile(r"<\s*([A-Za-z_$][\w$]*)((?:\s*\.\s*[A-Za-z_$][\w$]*)*)")


def elements(value: object) -> Iterator[Expression]:
    """The names of what is rendered in a function: those of JSX, and the first arguments of `createElement`."""
    pending: list[Any] = [value]
    while pending:
        node = pending.pop()
        if isinstance(node, Function):
            pending += [node.parameters, node.body]
        elif isinstance(node, Opaque):
            yield from _of_text(node)
        elif isinstance(node, Record):
            if isinstance(node, Call) and _is_create_element(node.callee):
                yield from (one for one in node.arguments[:1] if isinstance(one, Name | Member))
            pending.extend(getattr(node, field) for field in node._fields)
        elif type(node) is tuple:
            pending.extend(node)


def _of_text(node: Opaque) -> Iterator[Expression]:
    if not node.kind.startswith("jsx"):
        return
    for found in _OPENING.finditer(node.text):
        name: Expression = Name(found[1], node.span)
        for part in found[2].split(".")[1:]:
            name = Member(name, part.strip(), node.span)
        yield name


def _is_create_element(callee: Expression) -> bool:
    name = callee.name if isinstance(callee, Member) else callee.id if isinstance(callee, Name) else ""
    return name == "createElement"
