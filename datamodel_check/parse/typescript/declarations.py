"""Declarations of functions, classes, enums, namespaces and types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.module import (
    Binding,
    Expression,
    Function,
    Name,
    Object,
    Property,
    Statement,
    TypeDeclaration,
)
from datamodel_check.parse.reader import field, parts
from datamodel_check.parse.typescript import classes, enums, functions, types

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tree_sitter import Node

    from datamodel_check.parse.reader import Reader, ToStatements


def _function(reader: Reader, node: Node) -> Iterator[Statement]:
    value = functions.function(reader, node)
    yield Binding(value.name or "", value, value.span, "function")


def _signature(reader: Reader, node: Node) -> Iterator[Statement]:
    """A function without a body: declared only, or an overload of one that follows."""
    value = functions.function(reader, node)
    value.modifiers |= {"declare"}
    yield Binding(value.name or "", value, value.span, "function")


def without_overloads(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements without those signatures of functions that are written out."""
    statements = tuple(statements)
    written = {s.name for s in statements if isinstance(s, Binding) and s.kind == "function" and not _is_signature(s)}
    return tuple(s for s in statements if not (isinstance(s, Binding) and s.name in written and _is_signature(s)))


def _is_signature(binding: Binding) -> bool:
    return isinstance(binding.value, Function) and "declare" in binding.value.modifiers


def _class(reader: Reader, node: Node) -> Iterator[Statement]:
    yield class_binding(reader, node)


def class_binding(reader: Reader, node: Node, decorators: tuple[Expression, ...] = ()) -> Binding:
    """A class declaration; `decorators` are those before its `export`."""
    value = classes.declaration(reader, node, decorators)
    return Binding(value.name or "default", value, value.span, "class")


def _enum(reader: Reader, node: Node) -> Iterator[Statement]:
    yield Binding(reader.text(field(node, "name")), enums.members(reader, node), reader.span(node), "enum")


def _interface(reader: Reader, node: Node) -> Iterator[Statement]:
    body = node.child_by_field_name("body")
    yield TypeDeclaration(
        reader.text(field(node, "name")),
        "interface",
        types.members(reader, body) if body else reader.opaque(node),
        reader.span(node),
        tuple(_extended(reader, node)),
        types.parameters(reader, node),
    )


def _extended(reader: Reader, node: Node) -> Iterator[Expression]:
    for clause in node.named_children:
        if clause.type == "extends_type_clause":
            yield from (reader.type(child) for child in parts(clause))


def _alias(reader: Reader, node: Node) -> Iterator[Statement]:
    value = node.child_by_field_name("value")
    yield TypeDeclaration(
        reader.text(field(node, "name")),
        "type",
        reader.type(value) if value else reader.opaque(node),
        reader.span(node),
        parameters=types.parameters(reader, node),
    )


def _import_alias(reader: Reader, node: Node) -> Iterator[Statement]:
    """`import a = b.c`."""
    inside = parts(node)
    if len(inside) == 2:
        name, value = inside
        yield Binding(reader.text(name), reader.expression(value), reader.span(node), "const")


# --- namespaces ------------------------------------------------------------------------------------------------------


def _namespace(reader: Reader, node: Node) -> Iterator[Statement]:
    """A namespace that holds values: an object of what it exports. Names that it keeps to itself are not known."""
    name, body = field(node, "name"), node.child_by_field_name("body")
    if name.type == "string" or body is None:
        return  # says something about another module
    span = reader.span(node)
    entries = tuple(_exported(reader, body))
    outer, *inner = reader.text(name).split(".")
    value = Object(entries, span)
    for part in reversed(inner):
        value = Object((Property(part.strip(), value, span),), span)
    if entries:
        yield Binding(outer.strip(), value, span, "const")


def _exported(reader: Reader, body: Node) -> Iterator[Property]:
    found = reader.statements(child for child in parts(body) if child.type == "export_statement")
    for statement in without_overloads(found):
        if isinstance(statement, Binding):
            value = statement.value or Name("undefined", statement.span)
            yield Property(statement.name, value, statement.span)


def exported(reader: Reader, node: Node) -> list[Binding | TypeDeclaration]:
    """What an `export` statement declares under names of its own."""
    declared = node.child_by_field_name("declaration")
    if declared is None:
        return []
    if declared.type in ("class_declaration", "abstract_class_declaration"):
        return [class_binding(reader, declared, functions.decorators(reader, node))]
    return [found for found in reader.statement(declared) if isinstance(found, Binding | TypeDeclaration)]


def _ambient(reader: Reader, node: Node) -> Iterator[Statement]:
    """`declare …`; what is declared of the global scope, or of other modules, is theirs."""
    if not any(child.type == "global" for child in node.children):
        for child in parts(node):
            yield from reader.statement(child)


TABLE: Mapping[str, ToStatements] = {
    **dict.fromkeys(("abstract_class_declaration", "class_declaration"), _class),
    **dict.fromkeys(("function_declaration", "generator_function_declaration"), _function),
    **dict.fromkeys(("internal_module", "module"), _namespace),
    "ambient_declaration": _ambient,
    "enum_declaration": _enum,
    "export_statement": exported,
    "function_signature": _signature,
    "import_alias": _import_alias,
    "interface_declaration": _interface,
    "type_alias_declaration": _alias,
}
