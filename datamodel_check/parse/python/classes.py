"""Classes and their members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.module import Binding, Call, Class, Evaluate, Field, Function, Keyword, Spread
from datamodel_check.parse.python.containers import arguments
from datamodel_check.parse.reader import parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tree_sitter import Node

    from datamodel_check.model.module import Expression, Statement
    from datamodel_check.parse.reader import Reader


def class_(reader: Reader, node: Node, decorators: tuple[Expression, ...] = ()) -> Class:
    """A class; members stand in the order of its body, as often as they are assigned."""
    name, body = node.child_by_field_name("name"), node.child_by_field_name("body")
    listed = node.child_by_field_name("superclasses")
    given = tuple(arguments(reader, listed)) if listed else ()
    return Class(
        reader.text(name) if name else None,
        tuple(base.value if isinstance(base, Spread) else base for base in given if not isinstance(base, Keyword)),
        tuple(_members(reader.statements(body.named_children))) if body else (),
        reader.span(node),
        decorators=decorators,
        keywords=tuple(keyword for keyword in given if isinstance(keyword, Keyword)),
        type_parameters=type_parameters(reader, node.child_by_field_name("type_parameters")),
    )


def type_parameters(reader: Reader, node: Node | None) -> tuple[str, ...]:
    """The names of `[T, *Ts, U: int]`."""
    return tuple(reader.text(child).partition(":")[0].strip(" *") for child in parts(node)) if node else ()


def _members(statements: Iterable[Statement]) -> Iterator[Field | Function | Class | Statement]:
    for statement in statements:
        match statement:
            case Binding(_, Function() as function, kind="function"):
                yield function
            case Binding(_, Class() as inner, kind="class"):
                yield inner
            case Binding(name, value, span, _, annotation):
                yield Field(name, annotation, value, span)
            case Evaluate(value) if not isinstance(value, Call):
                pass  # docstrings, and what says nothing about the class
            case _:
                yield statement
