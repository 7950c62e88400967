"""What a module imports, in either of JavaScript's ways."""

from collections.abc import Iterator
from typing import NamedTuple

from datamodel_check.model.location import Span
from datamodel_check.model.module import Binding, Call, Literal, Member, Module, Name


class Imported(NamedTuple):
    """One name of another module; `name` is `*` for the module itself."""

    source: str
    name: str
    span: Span


def imported(module: Module) -> Iterator[Imported]:
    """Imports and re-exports that exist at run time, and `const … = require("…")`."""
    for one in module.imports:
        if not one.typing:
            yield Imported(one.source, one.original, one.span)
    for export in module.exports:
        if export.source is not None and not export.typing:
            yield Imported(export.source, export.original, export.span)
    for statement in module.statements:
        yield from _required(statement)


def _required(statement: object) -> Iterator[Imported]:
    """`const x = require("…")`, or a member of it. (As objects: narrowing recursive unions costs mypy minutes.)"""
    if not isinstance(statement, Binding):
        return
    value: object = statement.value
    name = "*"
    if isinstance(value, Member):
        name, value = value.name, value.object
    if not isinstance(value, Call) or not value.arguments:
        return
    callee: object = value.callee
    source: object = value.arguments[0]
    if (
        isinstance(callee, Name)
        and callee.id == "require"
        and isinstance(source, Literal)
        and isinstance(source.value, str)
    ):
        yield Imported(source.value, name, value.span)
