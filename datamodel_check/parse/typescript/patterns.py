"""Destructuring: one binding per name, each with the way to its value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.module import Binding, Call, Literal, Member, Operator, Subscript
from datamodel_check.parse.reader import DEEPEST, EXTRAS, field, parts
from datamodel_check.parse.typescript.keys import key, plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal as OneOf

    from tree_sitter import Node

    from datamodel_check.model.module import Expression
    from datamodel_check.parse.reader import Reader

COMPOUND = frozenset({"array_pattern", "object_pattern"})


def bindings(reader: Reader, pattern: Node, value: Expression, kind: OneOf["const", "let", "var"]) -> Iterator[Binding]:
    """The names of a pattern in source order, bound to the members of `value`.

    `{ a, b: [c] }` of `x` gives `a = x.a` and `c = x.b[0]`; `{ a = 1 }` gives `a = x.a default 1`; what is left by
    `{ a, ...others }` is `x rest "a"`, by `[a, ...others]` it is `x.slice(1)`.
    """
    pending = [(pattern, value, 0)]
    while pending:
        pattern, value, depth = pending.pop()
        inside: list[tuple[Node, Expression]] = []
        if depth > DEEPEST:
            reader.too_deep(pattern)
        elif pattern.type == "object_pattern":
            inside = list(_members(reader, pattern, value))
        elif pattern.type == "array_pattern":
            inside = list(_elements(reader, pattern, value))
        elif pattern.type == "assignment_pattern":
            inside = [(field(pattern, "left"), _default(reader, pattern, value))]
        elif pattern.type.endswith(("identifier", "identifier_pattern", "undefined")):
            yield Binding(reader.text(pattern), value, reader.span(pattern), kind)
        pending.extend((part, found, depth + 1) for part, found in reversed(inside))


def _members(reader: Reader, pattern: Node, value: Expression) -> Iterator[tuple[Node, Expression]]:
    taken: list[Expression] = []
    for child in parts(pattern):
        span = reader.span(child)
        if child.type == "rest_pattern":
            yield from ((name, Operator("rest", (value, *taken), span)) for name in parts(child)[:1])
            continue
        name = child
        if child.type == "pair_pattern":
            name = field(child, "value")
            chosen = key(reader, field(child, "key"))
        else:
            if child.type == "object_assignment_pattern":
                name = field(child, "left")
            chosen = key(reader, name)
        taken.append(chosen)
        known = plain(chosen)
        member: Expression = Subscript(value, (chosen,), span) if known is None else Member(value, known, span)
        yield name, _default(reader, child, member) if child.type == "object_assignment_pattern" else member


def _elements(reader: Reader, pattern: Node, value: Expression) -> Iterator[tuple[Node, Expression]]:
    position = 0
    for child in pattern.children:
        span = reader.span(child)
        index = Literal(position, span)
        if child.type == ",":
            position += 1
        elif child.type == "rest_pattern":
            yield from ((name, Call(Member(value, "slice", span), (index,), span)) for name in parts(child)[:1])
        elif child.is_named and child.type not in EXTRAS:
            yield child, Subscript(value, (index,), span)


def _default(reader: Reader, pattern: Node, value: Expression) -> Expression:
    return Operator("default", (value, reader.part(pattern, "right")), reader.span(pattern))
