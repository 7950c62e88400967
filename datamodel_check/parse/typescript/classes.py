"""Classes and their members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.module import Block, Class, Field, Function, Subscript
from datamodel_check.model.printing import text
from datamodel_check.parse.reader import field, parts
from datamodel_check.parse.typescript import functions, types
from datamodel_check.parse.typescript.chains import type_arguments
from datamodel_check.parse.typescript.keys import key, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from datamodel_check.model.module import Expression, Statement
    from datamodel_check.parse.reader import Reader


def declaration(reader: Reader, node: Node, decorators: tuple[Expression, ...] = ()) -> Class:
    """A class declaration or expression; `decorators` are those that stand before its `export`."""
    name = node.child_by_field_name("name")
    body = node.child_by_field_name("body")
    return Class(
        reader.text(name) if name else None,
        tuple(_bases(reader, node)),
        tuple(_members(reader, body)) if body else (),
        reader.span(node),
        decorators=decorators + functions.decorators(reader, node),
        type_parameters=types.parameters(reader, node),
        modifiers=functions.modifiers(reader, node),
    )


def _bases(reader: Reader, node: Node) -> Iterator[Expression]:
    """What is extended; `implements` has no meaning at run time. `extends Base<T>` is `Base[T]`."""
    for heritage in parts(node):
        for clause in parts(heritage) if heritage.type == "class_heritage" else ():
            if clause.type == "extends_clause":
                base, arguments = reader.part(clause, "value"), type_arguments(reader, clause)
                yield Subscript(base, arguments, reader.span(clause)) if arguments else base


def _members(reader: Reader, body: Node) -> Iterator[Field | Function | Statement]:
    pending: tuple[Expression, ...] = ()
    written = {reader.text(field(n, "name")) for n in body.named_children if n.type == "method_definition"}
    for node in parts(body):
        match node.type:
            case "decorator":
                pending += (functions.decorator(reader, node),)
                continue
            case "public_field_definition" | "field_definition":
                yield _field(reader, node, pending)
            case "method_definition" | "abstract_method_signature":
                yield _method(reader, node, pending)
            case "method_signature" if reader.text(field(node, "name")) not in written:
                yield _method(reader, node, pending)  # declared only; otherwise an overload of the written one
            case "class_static_block":
                yield Block("block", (), reader.statements(field(node, "body").named_children), reader.span(node))
            case _:
                pass  # index signatures
        pending = ()


def _field(reader: Reader, node: Node, decorators: tuple[Expression, ...]) -> Field:
    value = node.child_by_field_name("value")
    return Field(
        _name(reader, node),
        functions.annotation(reader, node.child_by_field_name("type")),
        reader.expression(value) if value else None,
        reader.span(node),
        decorators=decorators + functions.decorators(reader, node),
        modifiers=functions.modifiers(reader, node),
    )


def _method(reader: Reader, node: Node, decorators: tuple[Expression, ...]) -> Function:
    return functions.function(reader, node, name=_name(reader, node), decorators=decorators)


def _name(reader: Reader, node: Node) -> str:
    computed = key(reader, field(node, "name"))
    name = plain(computed)
    return f"[{text(computed)}]" if name is None else name


def expression(reader: Reader, node: Node) -> Expression:
    return declaration(reader, node)
