"""Functions, lambdas and their parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.module import (
    Assignment,
    Binding,
    Block,
    Evaluate,
    Function,
    If,
    Name,
    Opaque,
    Parameter,
    Return,
)
from datamodel_check.parse.reader import field, parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tree_sitter import Node

    from datamodel_check.model.module import Expression, Statement
    from datamodel_check.parse.reader import Reader

_REST = frozenset({"list_splat_pattern", "dictionary_splat_pattern"})


def function(reader: Reader, node: Node, decorators: tuple[Expression, ...] = ()) -> Function:
    """A `def`. Its modifiers are of `async` and `generator`."""
    returns = node.child_by_field_name("return_type")
    return Function(
        reader.text(field(node, "name")),
        parameters(reader, node.child_by_field_name("parameters")),
        _body(reader, node.child_by_field_name("body")),
        reader.span(node),
        decorators=decorators,
        returns=reader.type(returns) if returns else None,
        modifiers=frozenset(_modifiers(reader, node)),
    )


def lambda_(reader: Reader, node: Node) -> Expression:
    def convert() -> tuple[Statement, ...]:
        return (Return(reader.part(node, "body"), reader.span(node)),)

    return Function(None, parameters(reader, node.child_by_field_name("parameters")), convert, reader.span(node))


def decorated(reader: Reader, node: Node) -> tuple[tuple[Expression, ...], Node]:
    """The decorators of a definition, and the definition."""
    found = tuple(reader.inside(child) for child in parts(node) if child.type == "decorator")
    return found, field(node, "definition")


# --- parameters ------------------------------------------------------------------------------------------------------


def parameters(reader: Reader, node: Node | None) -> tuple[Parameter, ...]:
    """The parameters. Those behind `*` have the modifier `keyword`, those before `/` have `positional`.

    Of the two with `rest` set, `**x` has the modifier `keyword`.
    """
    found: list[Parameter] = []
    keyword = False
    for child in parts(node) if node else ():
        if child.type == "keyword_separator":
            keyword = True
        elif child.type == "positional_separator":
            found = [_positional(parameter) for parameter in found]
        else:
            parameter = _parameter(reader, child, keyword=keyword)
            keyword = keyword or parameter.rest
            found.append(parameter)
    return tuple(found)


def _parameter(reader: Reader, node: Node, *, keyword: bool) -> Parameter:
    annotation, default = node.child_by_field_name("type"), node.child_by_field_name("value")
    named = node.child_by_field_name("name") or (parts(node) or [node])[0] if node.type != "identifier" else node
    pattern = node if node.type in _REST else named
    if pattern.type in _REST:
        named = (parts(pattern) or [pattern])[0]
    keyword = keyword or pattern.type == "dictionary_splat_pattern"
    return Parameter(
        reader.text(named),
        reader.span(node),
        reader.type(annotation) if annotation else None,
        reader.expression(default) if default else None,
        pattern.type in _REST,
        modifiers=frozenset({"keyword"} if keyword else ()),
    )


def _positional(parameter: Parameter) -> Parameter:
    name, span, annotation, default = parameter.name, parameter.span, parameter.annotation, parameter.default
    return Parameter(name, span, annotation, default, modifiers=frozenset({"positional"}))


# --- bodies ----------------------------------------------------------------------------------------------------------


def _body(reader: Reader, node: Node | None) -> Callable[[], tuple[Statement, ...]] | tuple[Statement, ...]:
    if node is None:
        return ()

    def convert() -> tuple[Statement, ...]:
        statements = reader.statements(node.named_children)
        outer = frozenset(_outer_names(statements))
        return tuple(_assigning(statements, outer)) if outer else statements

    return convert


def _modifiers(reader: Reader, node: Node) -> Iterator[str]:
    if any(child.type == "async" for child in node.children):
        yield "async"
    if b"yield" in reader.content[node.start_byte : node.end_byte] and _yields(node.child_by_field_name("body")):
        yield "generator"


def _yields(node: Node | None) -> bool:
    pending = [node] if node else []
    while pending:
        node = pending.pop()
        if node.type == "yield":
            return True
        if node.type not in ("function_definition", "class_definition", "lambda"):
            pending.extend(node.named_children)
    return False


def _outer_names(statements: Iterable[Statement]) -> Iterator[str]:
    """The names that `global` and `nonlocal` say to be of a scope around the function."""
    for statement in statements:
        match statement:
            case Evaluate(Opaque("global_statement" | "nonlocal_statement", text)):
                yield from text.replace(",", " ").split()[1:]
            case If(_, then, otherwise):
                yield from _outer_names((*then, *otherwise))
            case Block(_, _, body):
                yield from _outer_names(body)
            case _:
                pass


def _assigning(statements: Iterable[Statement], outer: frozenset[str]) -> Iterator[Statement]:
    """The statements, in which those names are assigned and not declared."""
    for statement in statements:
        match statement:
            case Binding(name, value, span) if name in outer and value is not None:
                yield Assignment(Name(name, span), value, span)
            case If(test, then, otherwise, span):
                yield If(test, tuple(_assigning(then, outer)), tuple(_assigning(otherwise, outer)), span)
            case Block(kind, header, body, span):
                yield Block(kind, header, tuple(_assigning(body, outer)), span)
            case _:
                yield statement
