"""Expressions → the model: operators, and the table of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.module import Conditional, Expression, Literal, Operator
from datamodel_check.parse.reader import LONGEST, field, parts
from datamodel_check.parse.typescript import chains, containers, functions, literals

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tree_sitter import Node

    from datamodel_check.parse.reader import Reader, ToExpression


def _unary(reader: Reader, node: Node) -> Expression:
    symbol = field(node, "operator").type
    operand = reader.part(node, "argument")
    match operand:
        case Literal(int() | float() as value, bigint=bigint) if (
            symbol == "-" and value and not isinstance(value, bool)
        ):
            return Literal(-value, reader.span(node), bigint)
    return Operator(symbol, (operand,), reader.span(node))


def _update(reader: Reader, node: Node) -> Expression:
    symbol, operand = field(node, "operator"), field(node, "argument")
    after = symbol.start_byte > operand.start_byte
    return Operator(f"{'postfix ' * after}{symbol.type}", (reader.expression(operand),), reader.span(node))


def _await(reader: Reader, node: Node) -> Expression:
    return Operator("await", (reader.inside(node),), reader.span(node))


def _assignment(reader: Reader, node: Node) -> Expression:
    operator = node.child_by_field_name("operator")
    target, value = reader.part(node, "left"), reader.part(node, "right")
    return Operator(operator.type if operator else "=", (target, value), reader.span(node))


def _sequence(reader: Reader, node: Node) -> Expression:
    return Operator(",", tuple(reader.expression(child) for child in parts(node)), reader.span(node))


def _ternary(reader: Reader, node: Node) -> Expression:
    """`a ? b : c ? d : e` nests on its right, in one chain."""
    links = [node]
    while (last := links[-1].child_by_field_name("alternative")) and last.type == "ternary_expression":
        links.append(last)
    if len(links) > LONGEST:
        return reader.too_deep(node)
    value = reader.part(links[-1], "alternative")
    for link in reversed(links):
        test, then = reader.part(link, "condition"), reader.part(link, "consequence")
        value = Conditional(test, then, value, reader.span(link))
    return value


def _function(reader: Reader, node: Node) -> Expression:
    return functions.function(reader, node)


TABLE: Mapping[str, ToExpression] = {
    **chains.TABLE,
    **containers.TABLE,
    **literals.TABLE,
    **dict.fromkeys(("arrow_function", "function_expression", "generator_function"), _function),
    **dict.fromkeys(("assignment_expression", "augmented_assignment_expression"), _assignment),
    "await_expression": _await,
    "sequence_expression": _sequence,
    "ternary_expression": _ternary,
    "unary_expression": _unary,
    "update_expression": _update,
}
