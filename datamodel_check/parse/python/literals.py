"""Names, constants, strings and f-strings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.module import Call, Expression, Literal, Member, Name, Template
from datamodel_check.parse.python import strings
from datamodel_check.parse.reader import parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tree_sitter import Node

    from datamodel_check.parse.reader import Reader, ToExpression


def name(reader: Reader, node: Node) -> Expression:
    """An identifier."""
    text = reader.text(node)
    return Name(text, reader.span(node)) if text else reader.opaque(node)


def _constant(*, value: bool | None) -> ToExpression:
    return lambda reader, node: Literal(value, reader.span(node))


def _ellipsis(reader: Reader, node: Node) -> Expression:
    return Name("Ellipsis", reader.span(node))


def _number(reader: Reader, node: Node) -> Expression:
    text = reader.text(node).rstrip("lL")  # Python 2's long integers
    try:
        if node.type == "float":
            return Literal(float(text), reader.span(node))
        # Python 2 writes octal numbers as 0755.
        old = text[:1] == "0" and text.isdigit()
        return Literal(int(text, 8 if old else 0), reader.span(node))
    except ValueError:  # complex, or more digits than Python converts
        return reader.opaque(node)


def string(reader: Reader, node: Node) -> Expression:
    """A string, an f-string, or several that stand one after the other. Bytes are opaque."""
    pieces: list[str | Expression] = []
    for part in parts(node) if node.type == "concatenated_string" else [node]:
        if part.type != "string" or "b" in strings.prefix(reader.content, part):
            return reader.opaque(node)
        pieces.extend(_pieces(reader, part))
    return _joined(pieces, reader, node)


def _pieces(reader: Reader, node: Node) -> Iterator[str | Expression]:
    """What one string holds: texts and expressions."""
    plain = strings.plain(reader.content, node)
    if plain is not None:
        yield plain
        return
    raw = "r" in strings.prefix(reader.content, node)
    for child in node.children:
        if child.type == "interpolation":
            yield from _interpolation(reader, child)
        elif child.type == "string_content":
            yield from (strings.cooked(text, raw=raw) for text in _texts(reader, child))


def _texts(reader: Reader, node: Node) -> Iterator[str]:
    """The text of a piece of an f-string, doubled braces made single."""
    start = node.start_byte
    for child in node.children:
        if child.type == "escape_interpolation":
            yield reader.content[start : child.start_byte].decode("utf-8", "replace")
            yield reader.text(child)[:1]
            start = child.end_byte
    yield reader.content[start : node.end_byte].decode("utf-8", "replace")


def _interpolation(reader: Reader, node: Node) -> Iterator[str | Expression]:
    """`{x}`; `{x!r:>8}` is `"{!r:>8}".format(x)`, and `{x=}` has its own source text before it."""
    inside = node.child_by_field_name("expression")
    if inside is None:
        yield reader.opaque(node)
        return
    value = reader.expression(inside)
    conversion = "".join(reader.text(child) for child in node.children if child.type == "type_conversion")
    formats = [child for child in node.children if child.type == "format_specifier"]
    if any(child.type == "=" for child in node.children):
        yield f"{reader.text(inside)}="
        conversion = conversion or ("" if formats else "!r")
    if not conversion and not formats:
        yield value
    elif any(child.type in ("format_expression", "interpolation") for part in formats for child in part.children):
        yield reader.opaque(node)  # the format itself is computed
    else:
        span = reader.span(node)
        written = Literal(f"{{{conversion}{''.join(map(reader.text, formats))}}}", span)
        yield Call(Member(written, "format", span), (value,), span)


def _joined(pieces: Iterable[str | Expression], reader: Reader, node: Node) -> Expression:
    """Texts and expressions in turn; without expressions a plain string."""
    mixed: list[str | Expression] = [""]
    for piece in pieces:
        last = mixed[-1]
        if isinstance(piece, str) and isinstance(last, str):
            mixed[-1] = last + piece
        elif isinstance(piece, str):
            mixed.append(piece)
        else:
            mixed += (piece, "")
    if len(mixed) == 1:
        return Literal(str(mixed[0]), reader.span(node))
    return Template(tuple(mixed), reader.span(node))


TABLE: Mapping[str, ToExpression] = {
    **dict.fromkeys(("identifier", "keyword_identifier"), name),
    **dict.fromkeys(("integer", "float"), _number),
    **dict.fromkeys(("string", "concatenated_string"), string),
    "ellipsis": _ellipsis,
    "false": _constant(value=False),
    "none": _constant(value=None),
    "true": _constant(value=True),
}
