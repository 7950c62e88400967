"""What stands on the left of an assignment: names become bindings, `a, *b = c` one binding for each name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.module import Assignment, Binding, Call, Expression, Literal, Name, Statement, Subscript
from datamodel_check.parse.reader import parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tree_sitter import Node

    from datamodel_check.parse.reader import Reader

_COMPOUND = frozenset({"pattern_list", "tuple_pattern", "list_pattern", "expression_list", "tuple", "list"})
_STARRED = frozenset({"list_splat_pattern", "list_splat"})


def assigned(
    reader: Reader, target: Node, value: Expression, annotation: Expression | None = None
) -> Iterator[Statement]:
    """The statements of `target = value`."""
    while target.type == "parenthesized_expression" and parts(target):
        target = parts(target)[0]
    span = reader.span(target)
    if target.type == "identifier":
        yield Binding(reader.text(target), value, span, "var", annotation)
    elif target.type in _COMPOUND:
        # What is taken apart is evaluated once, before any of the names changes.
        whole = Name(f"#{' '.join(reader.text(target).split())}", span)
        yield Binding(whole.id, value, span, "var")
        yield from _taken_apart(reader, parts(target), whole)
    else:
        yield Assignment(reader.expression(target), value, span)


def _taken_apart(reader: Reader, names: Sequence[Node], whole: Name) -> Iterator[Statement]:
    starred = next((at for at, node in enumerate(names) if node.type in _STARRED), None)
    for at, node in enumerate(names):
        span = reader.span(node)
        if at == starred:
            rest = at - len(names) + 1
            bounds = (Literal(at, span), Literal(rest or None, span), Literal(None, span))
            key: Expression = Call(Name("slice", span), bounds, span)
            node = (parts(node) or [node])[0]
        else:
            key = Literal(at if starred is None or at < starred else at - len(names), span)
        yield from assigned(reader, node, Subscript(whole, (key,), span))
