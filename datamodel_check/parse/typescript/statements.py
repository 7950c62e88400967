"""Statements → the model. A converter gives any number of statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from datamodel_check.model.module import (
    Assignment,
    Binding,
    Block,
    Evaluate,
    Expression,
    If,
    Opaque,
    Operator,
    Return,
    Statement,
)
from datamodel_check.parse.reader import LONGEST, field, parts
from datamodel_check.parse.typescript import patterns, switches
from datamodel_check.parse.typescript.functions import annotation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Literal as OneOf

    from tree_sitter import Node

    from datamodel_check.parse.reader import Reader, ToStatements


def _nothing(reader: Reader, node: Node) -> Sequence[Statement]:  # noqa: ARG001
    return ()


def body(reader: Reader, node: Node | None) -> tuple[Statement, ...]:
    """The statements of a block, or the one statement that stands in its place."""
    if node is None:
        return ()
    if node.type == "statement_block":
        return reader.statements(node.named_children)
    return reader.statements((node,))


# --- expressions and assignments -------------------------------------------------------------------------------------


def _expression(reader: Reader, node: Node) -> Iterable[Statement]:
    inside = parts(node)
    if not inside:
        return ()
    if inside[0].type in ("internal_module", "module"):
        return reader.statement(inside[0])
    assigned = _used(inside[0])
    if assigned is not None:
        name, value = reader.text(field(assigned, "left")), reader.part(assigned, "right")
        return (Binding(name, value, reader.span(node), "const"),)
    return (_evaluated(reader.expression(inside[0])),)


def _used(node: Node) -> Node | None:
    """The assignment that the grammar takes `using a = b` and `await using a = b` for."""
    if node.type == "await_expression":
        node = next(iter(parts(node)), node)
    return node if node.type == "assignment_expression" and node.children[0].type == "using" else None


def _evaluated(value: Expression) -> Statement:
    if isinstance(value, Operator) and value.symbol == "=":
        return Assignment(value.operands[0], value.operands[1], value.span)
    if isinstance(value, Operator) and value.symbol in _AUGMENTED:
        changed = Operator(value.symbol.removesuffix("="), value.operands, value.span)
        return Assignment(value.operands[0], changed, value.span)
    return Evaluate(value, value.span)


_AUGMENTED = frozenset(
    {"+=", "-=", "*=", "/=", "%=", "**=", "<<=", ">>=", ">>>=", "&=", "^=", "|=", "&&=", "||=", "??="}
)


def _return(reader: Reader, node: Node) -> Iterator[Statement]:
    inside = parts(node)
    yield Return(reader.expression(inside[0]) if inside else None, reader.span(node))


def _throw(reader: Reader, node: Node) -> Iterator[Statement]:
    yield Evaluate(Operator("throw", (reader.inside(node),), reader.span(node)), reader.span(node))


def _jump(reader: Reader, node: Node) -> Iterator[Statement]:
    yield Evaluate(reader.opaque(node), reader.span(node))


# --- variables -------------------------------------------------------------------------------------------------------


def variables(reader: Reader, node: Node) -> Iterator[Binding]:
    """`const`, `let` and `var`, one binding per name."""
    kind = variable(reader.text(field(node, "kind"))) if node.type == "lexical_declaration" else "var"
    for declarator in parts(node):
        if declarator.type == "variable_declarator":
            yield from _declarator(reader, declarator, kind)


def variable(text: str) -> OneOf["const", "let", "var"]:
    return cast("OneOf['let', 'var']", text) if text in ("let", "var") else "const"


def _declarator(reader: Reader, node: Node, kind: OneOf["const", "let", "var"]) -> Iterator[Binding]:
    pattern, value = field(node, "name"), node.child_by_field_name("value")
    if pattern.type in patterns.COMPOUND:
        if value is not None:
            yield from patterns.bindings(reader, pattern, reader.expression(value), kind)
        return
    yield Binding(
        reader.text(pattern),
        reader.expression(value) if value else None,
        reader.span(node),
        kind,
        annotation(reader, node.child_by_field_name("type")),
    )


# --- branches --------------------------------------------------------------------------------------------------------


def _if(reader: Reader, node: Node) -> Iterator[Statement]:
    """A chain of `else if` nests on its right."""
    links = [node]
    otherwise: Node | None
    while True:
        clause = links[-1].child_by_field_name("alternative")
        otherwise = next(iter(parts(clause)), None) if clause else None
        if otherwise is None or otherwise.type != "if_statement":
            break
        links.append(otherwise)
    if len(links) > LONGEST:
        yield Evaluate(reader.too_deep(node), reader.span(node))
        return
    last = body(reader, otherwise)
    for link in reversed(links):
        then = body(reader, link.child_by_field_name("consequence"))
        last = (If(reader.part(link, "condition"), then, last, reader.span(link)),)
    yield from last


def _loop(reader: Reader, node: Node) -> Iterator[Statement]:
    """`for (;;)`, `while` and `do`; what a loop begins with stands first in its body."""
    header = (node.child_by_field_name("condition"), node.child_by_field_name("increment"))
    values = tuple(reader.expression(part) for part in header if part is not None and part.is_named)
    first = body(reader, node.child_by_field_name("initializer"))
    yield Block("loop", values, first + body(reader, node.child_by_field_name("body")), reader.span(node))


def _each(reader: Reader, node: Node) -> Iterator[Statement]:
    """`for (const x of xs)`: `x` is bound to `of xs`, which says that it is one of them."""
    looped = reader.part(node, "right")
    left, kind = field(node, "left"), node.child_by_field_name("kind")
    value = Operator(field(node, "operator").type, (looped,), reader.span(left))
    if kind is not None:
        first: tuple[Statement, ...] = tuple(patterns.bindings(reader, left, value, variable(reader.text(kind))))
    else:
        first = (Assignment(reader.expression(left), value, reader.span(left)),)
    yield Block("loop", (looped,), first + body(reader, node.child_by_field_name("body")), reader.span(node))


def _try(reader: Reader, node: Node) -> Iterator[Statement]:
    """`try`, `catch` and `finally` are three blocks in turn."""
    yield Block("try", (), body(reader, node.child_by_field_name("body")), reader.span(node))
    for name in ("handler", "finalizer"):
        clause = node.child_by_field_name(name)
        if clause is not None:
            yield _handler(reader, clause)


def _handler(reader: Reader, node: Node) -> Statement:
    span = reader.span(node)
    caught = Opaque(node.type, node.type.removesuffix("_clause"), span)
    parameter = node.child_by_field_name("parameter")
    first = tuple(patterns.bindings(reader, parameter, caught, "let")) if parameter else ()
    return Block("try", (caught,), first + body(reader, node.child_by_field_name("body")), span)


def _block(reader: Reader, node: Node) -> Iterator[Statement]:
    inside = node if node.type == "statement_block" else node.child_by_field_name("body")
    yield Block("block", (), body(reader, inside), reader.span(node))


def _with(reader: Reader, node: Node) -> Iterator[Statement]:
    inside = body(reader, node.child_by_field_name("body"))
    yield Block("with", (reader.part(node, "object"),), inside, reader.span(node))


TABLE: Mapping[str, ToStatements] = {
    **dict.fromkeys(("break_statement", "continue_statement"), _jump),
    **dict.fromkeys(("debugger_statement", "empty_statement", "hash_bang_line", "import_statement"), _nothing),
    **dict.fromkeys(("do_statement", "for_statement", "while_statement"), _loop),
    **dict.fromkeys(("lexical_declaration", "variable_declaration"), variables),
    **dict.fromkeys(("labeled_statement", "statement_block"), _block),
    "expression_statement": _expression,
    "for_in_statement": _each,
    "if_statement": _if,
    "return_statement": _return,
    "switch_statement": switches.statements,
    "throw_statement": _throw,
    "try_statement": _try,
    "with_statement": _with,
}
