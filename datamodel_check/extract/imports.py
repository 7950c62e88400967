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
    """`const x = require("…")`, a member of it, or what that returns.

    (As objects: narrowing recursive unions costs mypy minutes.)
    """
    value: object = statement.value if isinstance(statement, Binding) else None
    name = "*"
    while isinstance(value, Member | Call) and not _is_require(value):
        if isinstance(value, Member):
            name = value.name
        value = value.object if isinstance(value, Member) else value.callee
    source: object = value.arguments[0] if isinstance(value, Call) and value.arguments else None
    if isinstance(value, Call) and isinstance(source, Literal) and isinstance(source.value, str):
        yield Imported(source.value, name, value.span)


def _is_require(value: object) -> bool:
    callee: object = value.callee if isinstance(value, Call) else None
    return isinstance(callee, Name) and callee.id == "require"
