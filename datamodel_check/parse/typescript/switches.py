"""`switch` → a chain of `===`, where each clause stands for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from datamodel_check.model.module import Block, Evaluate, Expression, If, Opaque, Operator, Return, Statement
from datamodel_check.parse.reader import LONGEST, field, parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from datamodel_check.model.location import Span
    from datamodel_check.parse.reader import Reader


class _Clause(NamedTuple):
    """Labels that share their statements; `default` is among them where `labels` are fewer than written."""

    labels: tuple[Expression, ...]
    default: bool
    body: tuple[Statement, ...]
    span: Span


def statements(reader: Reader, node: Node) -> Iterator[Statement]:
    """The `if` that a `switch` comes to.

    Where a clause runs on into the next, or is left from its middle, a block with all labels and statements says that
    some of them may run.
    """
    value = reader.part(node, "value")
    clauses = list(_clauses(reader, field(node, "body")))
    span = reader.span(node)
    if len(clauses) > LONGEST or not all(_ends(clause) for clause in clauses[:-1]) or any(map(_left_early, clauses)):
        labels = (label for clause in clauses for label in clause.labels)
        yield Block(
            "block", (value, *labels), tuple(statement for clause in clauses for statement in clause.body), span
        )
        return
    otherwise: tuple[Statement, ...] = next((_without_break(clause) for clause in clauses if clause.default), ())
    for clause in reversed(clauses):
        if not clause.default:
            otherwise = (If(_test(value, clause), _without_break(clause), otherwise, clause.span),)
    yield from otherwise


def _clauses(reader: Reader, node: Node) -> Iterator[_Clause]:
    labels: tuple[Expression, ...] = ()
    default = False
    for child in parts(node):
        label = child.child_by_field_name("value")
        labels += (reader.expression(label),) if label else ()
        default |= child.type == "switch_default"
        inside = [part for part in child.children_by_field_name("body") if part.is_named]
        if len(inside) == 1 and inside[0].type == "statement_block":
            inside = inside[0].named_children
        if inside:
            yield _Clause(labels, default, reader.statements(inside), reader.span(child))
            labels, default = (), False


def _test(value: Expression, clause: _Clause) -> Expression:
    tests = tuple(Operator("===", (value, label), label.span) for label in clause.labels)
    return tests[0] if len(tests) == 1 else Operator("||", tests, clause.span)


def _without_break(clause: _Clause) -> tuple[Statement, ...]:
    last = clause.body[-1] if clause.body else None
    if isinstance(last, Evaluate) and isinstance(last.value, Opaque) and last.value.text == "break":
        return clause.body[:-1]
    return clause.body


def _ends(clause: _Clause) -> bool:
    """Whether nothing runs on into the next clause."""
    last = clause.body[-1] if clause.body else None
    if isinstance(last, Evaluate):
        return _is_jump(last) or (isinstance(last.value, Operator) and last.value.symbol == "throw")
    return isinstance(last, Return)


def _left_early(clause: _Clause) -> bool:
    """Whether a `break` stands anywhere but at the end."""
    pending = list(_without_break(clause))
    while pending:
        statement = pending.pop()
        if _is_jump(statement):
            return True
        if isinstance(statement, If):
            pending += (*statement.then, *statement.otherwise)
        elif isinstance(statement, Block) and statement.kind != "loop":
            pending += statement.body
    return False


def _is_jump(statement: Statement) -> bool:
    """Whether it is `break` or `continue`."""
    return (
        isinstance(statement, Evaluate)
        and isinstance(statement.value, Opaque)
        and statement.value.kind in ("break_statement", "continue_statement")
    )
