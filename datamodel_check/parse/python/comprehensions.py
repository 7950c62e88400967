"""Comprehensions as what they are short for: a function, called at once, that fills a list or a dict in loops.

A generator is taken for the list of what it yields.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.module import (
    Assignment,
    Binding,
    Block,
    Call,
    Evaluate,
    Expression,
    Function,
    If,
    List,
    Member,
    Name,
    Object,
    Operator,
    Return,
    Statement,
    Subscript,
)
from datamodel_check.parse.python import targets
from datamodel_check.parse.reader import field, parts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tree_sitter import Node

    from datamodel_check.parse.reader import Reader, ToExpression

RESULT = "#result"
"""What is being filled."""


def _comprehension(reader: Reader, node: Node) -> Expression:
    span = reader.span(node)
    result = Name(RESULT, span)
    clauses = [child for child in parts(node) if child.type in ("for_in_clause", "if_clause")]
    inside: tuple[Statement, ...] = (_filling(reader, field(node, "body"), result),)
    for clause in reversed(clauses):
        inside = _clause(reader, clause, inside)
    empty = Object((), span) if node.type == "dictionary_comprehension" else List((), span)
    body = (Binding(RESULT, empty, span, "var"), *inside, Return(result, span))
    return Call(Function(None, (), body, span), (), span)


def _filling(reader: Reader, body: Node, result: Name) -> Statement:
    span = reader.span(body)
    if body.type == "pair":
        key, value = reader.part(body, "key"), reader.part(body, "value")
        return Assignment(Subscript(result, (key,), span), value, span)
    return Evaluate(Call(Member(result, "append", span), (reader.expression(body),), span), span)


def _clause(reader: Reader, node: Node, inside: tuple[Statement, ...]) -> tuple[Statement, ...]:
    span = reader.span(node)
    if node.type == "if_clause":
        return (If(reader.inside(node), inside, (), span),)
    looped = reader.part(node, "right")
    item = Operator("of", (looped,), reader.span(field(node, "left")))
    return (Block("loop", (looped,), (*targets.assigned(reader, field(node, "left"), item), *inside), span),)


TABLE: Mapping[str, ToExpression] = dict.fromkeys(
    ("list_comprehension", "set_comprehension", "generator_expression", "dictionary_comprehension"), _comprehension
)
