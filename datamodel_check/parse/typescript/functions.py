"""Functions of every form, their parameters and modifiers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.module import Function, Name, Parameter, Return
from datamodel_check.parse.reader import field, parts
from datamodel_check.parse.typescript import patterns

if TYPE_CHECKING:
    from collections.abc import Callable

    from tree_sitter import Node

    from datamodel_check.model.module import Expression, Statement
    from datamodel_check.parse.reader import Reader

_MODIFIERS = {
    "*": "generator",
    "?": "optional",
    "abstract": "abstract",
    "accessor": "accessor",
    "async": "async",
    "declare": "declare",
    "get": "get",
    "override_modifier": "override",
    "readonly": "readonly",
    "set": "set",
    "static": "static",
}


def function(
    reader: Reader, node: Node, *, name: str | None = None, decorators: tuple[Expression, ...] = ()
) -> Function:
    """A function, arrow function, method, accessor, or the signature of one; `name` overrides the node's own."""
    named = node.child_by_field_name("name")
    if name is None and named is not None:
        name = reader.text(named)
    parameters, destructured = _parameters(reader, node)
    return Function(
        name,
        parameters,
        _body(reader, node.child_by_field_name("body"), destructured),
        reader.span(node),
        decorators=decorators,
        returns=returns(reader, node),
        modifiers=modifiers(reader, node),
    )


def returns(reader: Reader, node: Node) -> Expression | None:
    """The type that a function is said to return."""
    return annotation(reader, node.child_by_field_name("return_type") or node.child_by_field_name("type"))


def annotation(reader: Reader, node: Node | None) -> Expression | None:
    """The type that stands after a colon (`node` may also be the type itself)."""
    if node is None:
        return None
    if not node.type.endswith("annotation"):
        return reader.type(node)
    inside = parts(node)
    return reader.type(inside[0]) if inside else None


def modifiers(reader: Reader, node: Node) -> frozenset[str]:
    """The words that stand before a declaration; a `?` after its name is `optional`."""
    found = set()
    for child in node.children:
        kind = child.type
        if kind == "accessibility_modifier":
            found.add(reader.text(child))
        elif kind in _MODIFIERS:
            found.add(_MODIFIERS[kind])
    return frozenset(found)


def decorators(reader: Reader, node: Node) -> tuple[Expression, ...]:
    """The decorators that the grammar holds inside a node."""
    return tuple(decorator(reader, child) for child in node.children if child.type == "decorator")


def decorator(reader: Reader, node: Node) -> Expression:
    return reader.inside(node)


def _body(
    reader: Reader, node: Node | None, destructured: list[tuple[Node, Name]]
) -> Callable[[], tuple[Statement, ...]] | tuple[Statement, ...]:
    if node is None:
        return ()

    def convert() -> tuple[Statement, ...]:
        first = [
            binding for pattern, name in destructured for binding in patterns.bindings(reader, pattern, name, "let")
        ]
        if node.type == "statement_block":
            return (*first, *reader.statements(node.named_children))
        return (*first, Return(reader.expression(node), reader.span(node)))

    return convert


def _parameters(reader: Reader, node: Node) -> tuple[tuple[Parameter, ...], list[tuple[Node, Name]]]:
    """The parameters, and those patterns that the body has to take apart."""
    alone = node.child_by_field_name("parameter")
    if alone is not None:
        return (Parameter(reader.text(alone), reader.span(alone)),), []
    listed = node.child_by_field_name("parameters")
    parameters: list[Parameter] = []
    destructured: list[tuple[Node, Name]] = []
    for child in parts(listed) if listed else ():
        pattern = child.child_by_field_name("pattern") or child
        if pattern.type == "this":
            continue  # says of what type `this` is; no argument is passed for it
        rest = pattern.type == "rest_pattern"
        if rest:
            pattern = (parts(pattern) or [pattern])[0]
        name = Name(reader.text(pattern), reader.span(pattern))
        if pattern.type in patterns.COMPOUND:
            name = Name(f"#{len(parameters)}", name.span)
            destructured.append((pattern, name))
        parameters.append(_parameter(reader, child, name, rest=rest))
    return tuple(parameters), destructured


def _parameter(reader: Reader, node: Node, name: Name, *, rest: bool) -> Parameter:
    default = node.child_by_field_name("value")
    return Parameter(
        name.id,
        reader.span(node),
        annotation(reader, node.child_by_field_name("type")),
        reader.expression(default) if default else None,
        rest,
        decorators(reader, node),
        modifiers(reader, node),
    )


def declared(reader: Reader, node: Node) -> Function:
    """A function declaration's value."""
    return function(reader, node, name=reader.text(field(node, "name")))
