"""Annotations → the model: expressions, in which strings are read as what they quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.module import Expression, List, Literal, Member, Name, Operator, Subscript
from datamodel_check.parse import grammars
from datamodel_check.parse.python import chains, containers, expressions, literals
from datamodel_check.parse.reader import Reader, field, parts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tree_sitter import Node

    from datamodel_check.model.location import Span
    from datamodel_check.parse.reader import Tables, ToExpression


class _Quoted(Reader):
    """Reads an annotation that stands in a string: everything in it stands where the string does."""

    __slots__ = ("_span",)

    def __init__(self, content: bytes, tables: Tables, span: Span) -> None:
        super().__init__(content, tables)
        self._span = span

    def span(self, node: Node) -> Span:  # noqa: ARG002
        return self._span


def _type(reader: Reader, node: Node) -> Expression:
    inside = parts(node)
    return reader.type(inside[0]) if inside else reader.opaque(node)


def _generic(reader: Reader, node: Node) -> Expression:
    """`a[b, c]`, which the grammar knows two forms of."""
    if node.type == "subscript":
        value, keys = field(node, "value"), node.children_by_field_name("subscript")
    else:
        value, *lists = parts(node) or [node]
        keys = [key for part in lists for key in parts(part)]
    holder = reader.expression(value)
    return Subscript(holder, _keys(reader, holder, keys), reader.span(node))


def _keys(reader: Reader, holder: Expression, keys: list[Node]) -> tuple[Expression, ...]:
    """`Literal[…]` holds values, `Annotated[…]` one type and then values."""
    name = holder.id if isinstance(holder, Name) else holder.name if isinstance(holder, Member) else ""
    types = {"Literal": 0, "Annotated": 1}.get(name, len(keys))
    return tuple(reader.type(key) if at < types else _value(reader, key) for at, key in enumerate(keys))


def _value(reader: Reader, node: Node) -> Expression:
    return reader.inside(node) if node.type == "type" else reader.expression(node)


def _union(reader: Reader, node: Node) -> Expression:
    """`a | b | c`, all of them operands of one operator."""
    pending = [node]
    found: list[Node] = []
    while pending:
        part = pending.pop()
        if part.type == "union_type":
            pending.extend(reversed(parts(part)))
        elif part.type == "binary_operator" and field(part, "operator").type == "|":
            pending.extend((field(part, "right"), field(part, "left")))
        else:
            found.append(part)
    if found == [node]:
        return reader.expression(node)
    return Operator("|", tuple(reader.type(part) for part in found), reader.span(node))


def _string(reader: Reader, node: Node) -> Expression:
    value = literals.string(reader, node)
    if not isinstance(value, Literal) or not isinstance(value.value, str):
        return value
    content = f"({value.value})".encode("utf-8", "replace")
    root = grammars.parser("python").parse(content).root_node
    inside = root.named_children[0].named_children if root.named_children else []
    if root.has_error or len(root.named_children) != 1 or not inside:
        return value
    return _Quoted(content, reader.tables, reader.span(node)).type(inside[0])


def _parenthesized(reader: Reader, node: Node) -> Expression:
    return _type(reader, node)


def _list(reader: Reader, node: Node) -> Expression:
    """The parameters of `Callable[[a, b], c]`."""
    return List(tuple(reader.type(child) for child in parts(node)), reader.span(node))


TABLE: Mapping[str, ToExpression] = {
    **expressions.TABLE,
    **dict.fromkeys(("generic_type", "subscript"), _generic),
    **dict.fromkeys(("string", "concatenated_string"), _string),
    **dict.fromkeys(("union_type", "binary_operator"), _union),
    "attribute": chains.TABLE["attribute"],
    "list": _list,
    "member_type": chains.TABLE["attribute"],
    "parenthesized_expression": _parenthesized,
    "tuple": containers.TABLE["tuple"],
    "type": _type,
}
