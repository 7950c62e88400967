"""Statements → the model. A converter gives any number of statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.module import (
    Assignment,
    Binding,
    Evaluate,
    Expression,
    If,
    Literal,
    Name,
    Operator,
    Return,
    Statement,
    TypeDeclaration,
)
from datamodel_check.parse.python import branches, classes, functions, imports, targets
from datamodel_check.parse.reader import LONGEST, field, parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tree_sitter import Node

    from datamodel_check.parse.reader import Reader, ToStatements


def _nothing(reader: Reader, node: Node) -> Sequence[Statement]:  # noqa: ARG001
    return ()


def _expression(reader: Reader, node: Node) -> Iterable[Statement]:
    """Strings that stand alone are documentation."""
    for inside in parts(node):
        if inside.type == "assignment":
            yield from _assignment(reader, inside)
        elif inside.type == "augmented_assignment":
            yield from _augmented(reader, inside)
        elif inside.type not in ("string", "concatenated_string", "ellipsis"):
            value = reader.expression(inside)
            yield Evaluate(value, value.span)


def _assignment(reader: Reader, node: Node) -> Iterator[Statement]:
    """`a = b = c` gives each name the same value, the first one first."""
    annotated = node.child_by_field_name("type")
    annotation = reader.type(annotated) if annotated else None
    found, right = [field(node, "left")], node.child_by_field_name("right")
    while right is not None and right.type == "assignment":
        found.append(field(right, "left"))
        right = right.child_by_field_name("right")
    if len(found) > LONGEST:
        yield Evaluate(reader.too_deep(node), reader.span(node))
    elif right is None:
        yield from _annotated(reader, found[0], annotation)
    else:
        yield from _given(reader, found, reader.expression(right), annotation)


def _annotated(reader: Reader, target: Node, annotation: Expression | None) -> Iterator[Statement]:
    """`name: type` without a value."""
    if target.type == "identifier":
        yield Binding(reader.text(target), None, reader.span(target), "var", annotation)


def _given(
    reader: Reader, found: Sequence[Node], value: Expression, annotation: Expression | None
) -> Iterator[Statement]:
    first = next((target for target in found if target.type == "identifier"), None)
    if len(found) > 1 and first is not None:
        yield from targets.assigned(reader, first, value)
        value = Name(reader.text(first), reader.span(first))
        found = [target for target in found if target is not first]
    for target in found:
        yield from targets.assigned(reader, target, value, annotation)


def _augmented(reader: Reader, node: Node) -> Iterator[Statement]:
    target, span = reader.part(node, "left"), reader.span(node)
    symbol = field(node, "operator").type.removesuffix("=")
    yield Assignment(target, Operator(symbol, (target, reader.part(node, "right")), span), span)


# --- simple statements -----------------------------------------------------------------------------------------------


def _return(reader: Reader, node: Node) -> Iterator[Statement]:
    inside = parts(node)
    yield Return(reader.expression(inside[0]) if inside else None, reader.span(node))


def _raise(reader: Reader, node: Node) -> Iterator[Statement]:
    inside, span = parts(node), reader.span(node)
    thrown = reader.expression(inside[0]) if inside else Literal(None, span)
    yield Evaluate(Operator("throw", (thrown,), span), span)


def _assert(reader: Reader, node: Node) -> Iterator[Statement]:
    inside, span = parts(node), reader.span(node)
    if inside:
        test = reader.expression(inside[0])
        thrown = Operator("throw", (Name("AssertionError", span),), span)
        yield If(Operator("not", (test,), test.span), (Evaluate(thrown, span),), (), span)


def _delete(reader: Reader, node: Node) -> Iterator[Statement]:
    for child in parts(node):
        for target in parts(child) if child.type == "expression_list" else [child]:
            span = reader.span(target)
            yield Evaluate(Operator("delete", (reader.expression(target),), span), span)


def _opaque(reader: Reader, node: Node) -> Iterator[Statement]:
    yield Evaluate(reader.opaque(node), reader.span(node))


# --- definitions -----------------------------------------------------------------------------------------------------


def _function(reader: Reader, node: Node) -> Iterator[Statement]:
    yield _defined(reader, node, ())


def _decorated(reader: Reader, node: Node) -> Iterator[Statement]:
    decorators, definition = functions.decorated(reader, node)
    if definition.type in ("class_definition", "function_definition"):
        yield _defined(reader, definition, decorators)


def _defined(reader: Reader, node: Node, decorators: tuple[Expression, ...]) -> Statement:
    name, span = reader.text(field(node, "name")), reader.span(node)
    if node.type == "class_definition":
        return Binding(name, classes.class_(reader, node, decorators), span, "class")
    return Binding(name, functions.function(reader, node, decorators), span, "function")


def _type_alias(reader: Reader, node: Node) -> Iterator[Statement]:
    """`type X[T] = …`."""
    left, span = field(node, "left"), reader.span(node)
    name, _, rest = reader.text(left).partition("[")
    listed = tuple(part.partition(":")[0].strip(" *") for part in rest.rstrip("] ").split(",")) if rest else ()
    yield TypeDeclaration(name.strip(), "type", reader.type(field(node, "right")), span, (), listed)


TABLE: Mapping[str, ToStatements] = {
    **branches.TABLE,
    **dict.fromkeys(("class_definition", "function_definition"), _function),
    **dict.fromkeys(("import_statement", "import_from_statement"), imports.statements),
    **dict.fromkeys(("pass_statement", "future_import_statement"), _nothing),
    **dict.fromkeys(
        (
            "break_statement",
            "continue_statement",
            "exec_statement",
            "global_statement",
            "nonlocal_statement",
            "print_statement",
        ),
        _opaque,
    ),
    "assert_statement": _assert,
    "decorated_definition": _decorated,
    "delete_statement": _delete,
    "expression_statement": _expression,
    "raise_statement": _raise,
    "return_statement": _return,
    "type_alias_statement": _type_alias,
}
