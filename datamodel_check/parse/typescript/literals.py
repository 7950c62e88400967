"""Names, constants, strings and templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.module import Call, Expression, Literal, Name, Opaque, Template
from datamodel_check.parse.reader import field, parts
from datamodel_check.parse.typescript import strings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tree_sitter import Node

    from datamodel_check.parse.reader import Reader, ToExpression


def name(reader: Reader, node: Node) -> Expression:
    """An identifier of any kind."""
    text, span = reader.text(node), reader.span(node)
    if text.endswith(")"):  # import("module"), respelt as a name by a repair
        module = Literal(text.removeprefix("import(")[:-1].strip()[1:-1], span)
        return Call(Name("import", span), (module,), span)
    return Name(text, span) if text else reader.opaque(node)


def _constant(*, value: bool | None) -> ToExpression:
    return lambda reader, node: Literal(value, reader.span(node))


def _string(reader: Reader, node: Node) -> Expression:
    return Literal(strings.cooked(reader.content, node), reader.span(node))


def _number(reader: Reader, node: Node) -> Expression:
    number = strings.number(reader.text(node))
    return Literal(number[0], reader.span(node), bigint=number[1]) if number else reader.opaque(node)


def template(reader: Reader, node: Node) -> Expression:
    """A template; one without expressions is a plain string."""
    texts, values = _template_parts(reader, node)
    if not values:
        return Literal(texts[0], reader.span(node))
    return Template(_in_turn(texts, values), reader.span(node))


def tagged(reader: Reader, node: Node, tag: Expression) -> Expression:
    """A call whose arguments are a template."""
    return Template(_in_turn(*_template_parts(reader, field(node, "arguments"))), reader.span(node), tag)


def _template_parts(reader: Reader, node: Node) -> tuple[list[str], list[Expression]]:
    """The texts, and the values between them: always one fewer."""
    texts: list[str] = []
    values: list[Expression] = []
    pieces: list[str] = []
    for child in parts(node):
        if child.type in ("template_substitution", "template_type"):
            texts.append(_text(pieces))
            values.append(_substitution(reader, child))
            pieces = []
        else:
            pieces.append(strings.piece(reader.content, child))
    return [*texts, _text(pieces)], values


def _substitution(reader: Reader, node: Node) -> Expression:
    inside = parts(node)
    if node.type == "template_type" and inside:
        return reader.type(inside[0])
    return reader.inside(node)


def _text(pieces: list[str]) -> str:
    return strings.join(piece.replace("\r\n", "\n") for piece in pieces)


def _in_turn(texts: list[str], values: list[Expression]) -> tuple[str | Expression, ...]:
    mixed: list[str | Expression] = [texts[0]]
    for value, text in zip(values, texts[1:], strict=True):
        mixed += (value, text)
    return tuple(mixed)


def _meta(reader: Reader, node: Node) -> Expression:
    return Opaque(node.type, "".join(reader.text(node).split()), reader.span(node))


TABLE: Mapping[str, ToExpression] = {
    **dict.fromkeys(
        (
            "identifier",
            "import",
            "private_property_identifier",
            "property_identifier",
            "shorthand_property_identifier_pattern",
            "super",
            "this",
            "type_identifier",
            "undefined",
        ),
        name,
    ),
    "false": _constant(value=False),
    "meta_property": _meta,
    "null": _constant(value=None),
    "number": _number,
    "string": _string,
    "template_string": template,
    "true": _constant(value=True),
}
