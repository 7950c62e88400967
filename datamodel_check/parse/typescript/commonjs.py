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
        if isinstance(statement, Binding):
            some, bindings = _declared(statement)
            exported += some
            kept += bindings
            continue
        found = list(_assigned(statement)) if isinstance(statement, Assignment) else []
        for name, value in found:
            some, bindings = whole(value, statement.span) if name is None else _one(name, value, statement.span)
            exported += some
            kept += bindings
        if not found:
            kept.append(statement)
    return exported, kept


def _declared(statement: Binding) -> tuple[list[Export], list[Statement]]:
    """`const router = module.exports = Router()`: what is declared is exported as well."""
    value = statement.value
    if not (isinstance(value, Operator) and value.symbol == "="):
        return [], [statement]
    last: Expression = value.operands[1]
    while isinstance(last, Operator) and last.symbol == "=":
        last = last.operands[1]
    exported: list[Export] = []
    kept: list[Statement] = [Binding(statement.name, last, statement.span, statement.kind, statement.annotation)]
    own = Name(statement.name, statement.span)
    for name, _ in _assigned(Assignment(value.operands[0], value.operands[1], statement.span)):
        some, bindings = whole(own, statement.span) if name is None else _one(name, own, statement.span)
        exported += some
        kept += bindings
        for entry in last.entries if name is None and isinstance(last, Object) else ():
            if isinstance(entry, Property) and isinstance(entry.key, str):
                some, bindings = _one(entry.key, Member(own, entry.key, entry.span), entry.span)
                exported += some
                kept += bindings
    return (exported, kept) if exported else ([], [statement])


def whole(value: Expression, span: Span) -> tuple[list[Export], list[Statement]]:
    """`module.exports = value`, also `export = value`: the default export, and each plain property of an object."""
    exported = [Export("default", "default", span)]
    bindings: list[Statement] = [Binding("default", value, span, "const")]
    entries = value.entries if isinstance(value, Object) else (Spread(value, span),)
    for entry in entries:
        if isinstance(entry, Spread):
            exported += (Export("*", "*", entry.span, source) for source in _required(entry.value))
        elif isinstance(entry.key, str) and not entry.getter:
            some, more = _one(entry.key, entry.value, entry.span)
            exported += some
            bindings += more
    return exported, bindings


def _required(value: Expression) -> Iterator[str]:
    """The module that `require("…")` gives."""
    if isinstance(value, Call) and isinstance(value.callee, Name) and value.callee.id == "require":
        for argument in value.arguments[:1]:
            if isinstance(argument, Literal) and isinstance(argument.value, str):
                yield argument.value


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
        if _is_module_exports(target):
            yield None, value
        elif isinstance(target, Member) and (_is(target.object, "exports") or _is_module_exports(target.object)):
            yield target.name, value


def _is_module_exports(value: Expression) -> bool:
    return isinstance(value, Member) and value.name == "exports" and _is(value.object, "module")


def _is(value: Expression, name: str) -> bool:
    return isinstance(value, Name) and value.id == name
