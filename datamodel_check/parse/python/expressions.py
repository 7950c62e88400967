"""Expressions → the model: operators, and the table of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.module import Conditional, Expression, Literal, Operator
from datamodel_check.parse.python import chains, comprehensions, containers, functions, literals
from datamodel_check.parse.reader import LONGEST, field, parts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tree_sitter import Node

    from datamodel_check.parse.reader import Reader, ToExpression


def _unary(reader: Reader, node: Node) -> Expression:
    symbol = field(node, "operator").type
    operand = reader.part(node, "argument")
    match operand:
        case Literal(int() | float() as value) if symbol == "-" and value and not isinstance(value, bool):
            return Literal(-value, reader.span(node))
    return Operator(symbol, (operand,), reader.span(node))


def _not(reader: Reader, node: Node) -> Expression:
    return Operator("not", (reader.part(node, "argument"),), reader.span(node))


def _await(reader: Reader, node: Node) -> Expression:
    return Operator("await", (reader.inside(node),), reader.span(node))


def _named(reader: Reader, node: Node) -> Expression:
    return Operator("=", (reader.part(node, "name"), reader.part(node, "value")), reader.span(node))


def _comparison(reader: Reader, node: Node) -> Expression:
    """`a < b <= c` is `a < b and b <= c`."""
    operands = [reader.expression(child) for child in parts(node)]
    symbols = [child.type for child in node.children_by_field_name("operators")]
    if len(operands) != len(symbols) + 1 or len(operands) > LONGEST:
        return reader.opaque(node)
    span = reader.span(node)
    pairs = zip(symbols, operands, operands[1:], strict=False)
    first, *rest = (Operator(_SAME.get(symbol, symbol), (left, right), span) for symbol, left, right in pairs)
    for comparison in rest:
        first = Operator("and", (first, comparison), span)
    return first


_SAME = {"<>": "!="}


def _conditional(reader: Reader, node: Node) -> Expression:
    """`a if b else c if d else e` nests on its right, in one chain."""
    links = [parts(node)]
    spans = [reader.span(node)]
    while len(links[-1]) == 3 and links[-1][2].type == "conditional_expression":
        spans.append(reader.span(links[-1][2]))
        links.append(parts(links[-1][2]))
    if len(links[-1]) != 3 or len(links) > LONGEST:
        return reader.too_deep(node) if len(links) > LONGEST else reader.opaque(node)
    value = reader.expression(links[-1][2])
    for (then, test, _), span in zip(reversed(links), reversed(spans), strict=True):
        value = Conditional(reader.expression(test), reader.expression(then), value, span)
    return value


TABLE: Mapping[str, ToExpression] = {
    **chains.TABLE,
    **comprehensions.TABLE,
    **containers.TABLE,
    **literals.TABLE,
    "await": _await,
    "comparison_operator": _comparison,
    "conditional_expression": _conditional,
    "lambda": functions.lambda_,
    "named_expression": _named,
    "not_operator": _not,
    "unary_operator": _unary,
}
