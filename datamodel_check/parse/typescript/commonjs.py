"""`module.exports` and `exports.name` → exports, as Node.js has them (https://nodejs.org/api/modules.html#moduleexports)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.module import (
    Assignment,
    Binding,
    Call,
    Export,
    Expression,
    Literal,
    Member,
    Name,
    Object,
    Operator,
    Property,
    Spread,
    Statement,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from datamodel_check.model.location import Span


def exports(statements: Iterable[Statement]) -> tuple[list[Export], list[Statement]]:
    """The exports among the statements, and the statements with bindings in place of assignments to exports."""
    exported: list[Export] = []
    kept: list[Statement] = []
    for statement in statements:
        found = list(_assigned(statement)) if isinstance(statement, Assignment) else []
        for name, value in found:
            some, bindings = whole(value, statement.span) if name is None else _one(name, value, statement.span)
            exported += some
            kept += bindings
        if not found:
            kept.append(statement)
    return exported, kept


def whole(value: Expression, span: Span) -> tuple[list[Export], list[Statement]]:
    """`module.exports = value`, also `export = value`: the default export, and each plain property of an object."""
    exported = [Export("default", "default", span)]
    bindings: list[Statement] = [Binding("default", value, span, "const")]
    for entry in value.entries if isinstance(value, Object) else (Spread(value, span),):
        match entry:
            case Property(str() as name, inner, place, getter=False):
                some, more = _one(name, inner, place)
                exported += some
                bindings += more
            case Spread(Call(Name("require"), (Literal(str() as source),)), place):
                exported.append(Export("*", "*", place, source))
    return exported, bindings


def _one(name: str, value: Expression, span: Span) -> tuple[list[Export], list[Statement]]:
    """`exports.name = value`: a name is exported as it is, anything else gets a binding that nothing else can have."""
    if isinstance(value, Name):
        return [Export(name, value.id, span)], []
    own = f"exports.{name}"
    return [Export(name, own, span)], [Binding(own, value, span, "const")]


def _assigned(statement: Assignment) -> Iterator[tuple[str | None, Expression]]:
    """The exports that `module.exports = exports.a = value` assigns; the name is None for `module.exports` itself."""
    targets, value = [statement.target], statement.value
    while isinstance(value, Operator) and value.symbol == "=":
        targets.append(value.operands[0])
        value = value.operands[1]
    for target in targets:
        match target:
            case Member(Name("module"), "exports"):
                yield None, value
            case Member(Name("exports") | Member(Name("module"), "exports"), name):
                yield name, value
