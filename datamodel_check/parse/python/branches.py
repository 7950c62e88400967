"""`if`, loops, `try`, `with` and `match`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.module import (
    Block,
    Evaluate,
    Expression,
    If,
    Literal,
    Member,
    Name,
    Opaque,
    Operator,
    Statement,
)
from datamodel_check.parse.python import targets
from datamodel_check.parse.reader import LONGEST, field, parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tree_sitter import Node

    from datamodel_check.parse.reader import Reader, ToStatements


def body(reader: Reader, node: Node | None) -> tuple[Statement, ...]:
    """The statements of a block, or of a clause that holds one."""
    if node is None:
        return ()
    if node.type == "block":
        return reader.statements(node.named_children)
    inside = node.child_by_field_name("body") or next((part for part in parts(node) if part.type == "block"), None)
    return body(reader, inside) if inside else ()


def _if(reader: Reader, node: Node) -> Iterator[Statement]:
    clauses = node.children_by_field_name("alternative")
    if len(clauses) > LONGEST:
        yield Evaluate(reader.too_deep(node), reader.span(node))
        return
    last = body(reader, clauses.pop()) if clauses and clauses[-1].type == "else_clause" else ()
    for link in [*reversed(clauses), node]:
        then = body(reader, link.child_by_field_name("consequence"))
        last = (If(reader.part(link, "condition"), then, last, reader.span(link)),)
    yield from last


def _for(reader: Reader, node: Node) -> Iterator[Statement]:
    """What is looped over stands in the header; the names begin as `of` it."""
    looped, span = reader.part(node, "right"), reader.span(node)
    left = field(node, "left")
    names = targets.assigned(reader, left, Operator("of", (looped,), reader.span(left)))
    yield Block("loop", (looped,), (*names, *body(reader, node.child_by_field_name("body"))), span)
    yield from _otherwise(reader, node)


def _while(reader: Reader, node: Node) -> Iterator[Statement]:
    inside = body(reader, node.child_by_field_name("body"))
    yield Block("loop", (reader.part(node, "condition"),), inside, reader.span(node))
    yield from _otherwise(reader, node)


def _otherwise(reader: Reader, node: Node) -> Iterator[Statement]:
    """The `else` of a loop, which is executed unless the loop is left by `break`."""
    clause = node.child_by_field_name("alternative")
    if clause is not None:
        because = Opaque("else_clause", "else", reader.span(clause))
        yield If(because, body(reader, clause), (), reader.span(clause))


def _try(reader: Reader, node: Node) -> Iterator[Statement]:
    """`try` with its `else`, each `except`, and `finally` are blocks in turn."""
    clauses = [child for child in parts(node) if child.type.endswith("_clause")]
    otherwise = tuple(
        statement for clause in clauses if clause.type == "else_clause" for statement in body(reader, clause)
    )
    yield Block("try", (), (*body(reader, node.child_by_field_name("body")), *otherwise), reader.span(node))
    for clause in clauses:
        if clause.type == "finally_clause":
            yield Block("block", (), body(reader, clause), reader.span(clause))
        elif clause.type != "else_clause":
            yield _handler(reader, clause)


def _handler(reader: Reader, node: Node) -> Statement:
    caught = node.child_by_field_name("value")
    span = reader.span(node)
    header = Opaque("except_clause", " ".join(reader.text(caught).split()) if caught else "", span)
    return Block("try", (header,), body(reader, node), span)


def _with(reader: Reader, node: Node) -> Iterator[Statement]:
    """Contexts that get a name are what `enter` is applied to; the others stand in the header."""
    header: list[Expression] = []
    names: list[Statement] = []
    items = [item for clause in parts(node) if clause.type == "with_clause" for item in parts(clause)]
    for item in items:
        value = field(item, "value")
        alias = value.child_by_field_name("alias") if value.type == "as_pattern" else None
        named = next(iter(parts(alias)), None) if alias else None
        if named is None:
            header.append(reader.inside(value) if value.type == "as_pattern" else reader.expression(value))
        else:
            entered = Operator("enter", (reader.inside(value),), reader.span(item))
            names.extend(targets.assigned(reader, named, entered))
    yield Block("with", tuple(header), (*names, *body(reader, node.child_by_field_name("body"))), reader.span(node))


# --- match -----------------------------------------------------------------------------------------------------------


def _match(reader: Reader, node: Node) -> Iterator[Statement]:
    """A chain of comparisons; patterns that capture or take apart are opaque tests."""
    subjects = [reader.expression(child) for child in node.children_by_field_name("subject")]
    clauses = node.child_by_field_name("body")
    last: tuple[Statement, ...] = ()
    cases = [child for child in parts(clauses) if child.type == "case_clause"] if clauses else []
    if len(cases) > LONGEST or not subjects:
        yield Evaluate(reader.too_deep(node) if subjects else reader.opaque(node), reader.span(node))
        return
    for clause in reversed(cases):
        test = _test(reader, clause, subjects[0])
        then = body(reader, clause.child_by_field_name("consequence"))
        last = then if test is None else (If(test, then, last, reader.span(clause)),)
    yield from last


def _test(reader: Reader, clause: Node, subject: Expression) -> Expression | None:
    """When a clause is executed; None of `case _`."""
    patterns = [child for child in parts(clause) if child.type == "case_pattern"]
    guard = clause.child_by_field_name("guard")
    if len(patterns) != 1:
        return reader.opaque(patterns[0] if patterns else clause)
    if guard is None and reader.text(patterns[0]) == "_":
        return None
    values = _compared(reader, patterns[0])
    if guard is not None or not values:
        return reader.opaque(patterns[0])
    span = reader.span(patterns[0])
    test: Expression = Operator("==", (subject, values[0]), span)
    for value in values[1:]:
        test = Operator("or", (test, Operator("==", (subject, value), span)), span)
    return test


def _compared(reader: Reader, pattern: Node) -> list[Expression]:
    """The values that a pattern compares with; none where it does more."""
    inside = parts(pattern)
    found: list[Expression] = []
    for part in parts(inside[0]) if len(inside) == 1 and inside[0].type == "union_pattern" else inside:
        value = _dotted(reader, part) if part.type == "dotted_name" else reader.expression(part)
        if not isinstance(value, Literal | Member):
            return []
        found.append(value)
    return found


def _dotted(reader: Reader, node: Node) -> Expression:
    first, *names = reader.text(node).split(".")
    span = reader.span(node)
    value: Expression = Name(first, span)
    for name in names:
        value = Member(value, name, span)
    return value


TABLE: Mapping[str, ToStatements] = {
    "for_statement": _for,
    "if_statement": _if,
    "match_statement": _match,
    "try_statement": _try,
    "while_statement": _while,
    "with_statement": _with,
}
