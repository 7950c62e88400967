"""Lists, tuples, sets, dicts, and the arguments of calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.module import Expression, Keyword, List, Literal, Object, Property, Spread
from datamodel_check.parse.reader import field, parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tree_sitter import Node

    from datamodel_check.parse.reader import Reader, ToExpression

_SPREADS = frozenset({"list_splat", "dictionary_splat", "list_splat_pattern", "dictionary_splat_pattern"})


def _list(reader: Reader, node: Node) -> Expression:
    return List(tuple(_item(reader, child) for child in parts(node)), reader.span(node))


def _item(reader: Reader, node: Node) -> Expression | Spread:
    if node.type in _SPREADS:
        return Spread(reader.inside(node), reader.span(node))
    return reader.expression(node)


def arguments(reader: Reader, node: Node) -> Iterator[Expression | Spread | Keyword]:
    """What stands between the parentheses of a call."""
    if node.type == "generator_expression":
        yield reader.expression(node)
        return
    for child in parts(node):
        if child.type == "keyword_argument":
            yield keyword(reader, child)
        elif child.type == "dictionary_splat":
            yield Keyword("**", reader.inside(child), reader.span(child))
        else:
            yield _item(reader, child)


def keyword(reader: Reader, node: Node) -> Keyword:
    return Keyword(reader.text(field(node, "name")), reader.part(node, "value"), reader.span(node))


def _dictionary(reader: Reader, node: Node) -> Expression:
    entries: list[Property | Spread] = []
    for child in parts(node):
        if child.type == "pair":
            entries.append(_pair(reader, child))
        else:
            value = reader.inside(child) if child.type in _SPREADS else reader.opaque(child)
            entries.append(Spread(value, reader.span(child)))
    return Object(tuple(entries), reader.span(node))


def _pair(reader: Reader, node: Node) -> Property:
    key = reader.part(node, "key")
    plain = key.value if isinstance(key, Literal) and isinstance(key.value, str) else key
    return Property(plain, reader.part(node, "value"), reader.span(node))


TABLE: Mapping[str, ToExpression] = {
    **dict.fromkeys(
        ("list", "tuple", "set", "expression_list", "pattern_list", "tuple_pattern", "list_pattern"), _list
    ),
    "dictionary": _dictionary,
}
