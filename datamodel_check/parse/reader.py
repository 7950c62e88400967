"""What all the converters share: the file's bytes, spans, and the tables that say who converts what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from datamodel_check.model.location import Span
from datamodel_check.model.module import Evaluate, Expression, Opaque, Statement, SyntaxProblem

if TYPE_CHECKING:
    from tree_sitter import Node

DEEPEST = 64
"""How deep expressions, types and blocks may be nested in one another; chains (`a.b().c()`, `a + b + c`) count once,
bodies of functions start anew. Nobody writes this deep, and it keeps far from Python's own limit."""

LONGEST = 2_000
"""How many links a chain may have."""

EXTRAS = frozenset({"comment", "html_comment", "line_continuation", "ERROR"})
"""Nodes that may stand between any two others. What is in an `ERROR` is lost, but reported."""

ToExpression: TypeAlias = "Callable[[Reader, Node], Expression]"
ToStatements: TypeAlias = "Callable[[Reader, Node], Iterable[Statement]]"
ToTokens: TypeAlias = "Callable[[bytes, Node], Iterator[str]]"


class Tables(NamedTuple):
    """One language: the converters by the grammar's name of the node, and what cuts source code into tokens."""

    expressions: Mapping[str, ToExpression]
    types: Mapping[str, ToExpression]
    statements: Mapping[str, ToStatements]
    tokens: ToTokens


class Reader:
    """Converts the nodes of one file. Converters are functions of a reader and a node."""

    __slots__ = ("_depth", "content", "problems", "tables")

    def __init__(self, content: bytes, tables: Tables) -> None:
        self.content = content
        self.problems: list[SyntaxProblem] = []
        self.tables = tables
        self._depth = 0

    def text(self, node: Node) -> str:
        """The source text of a node."""
        return self.content[node.start_byte : node.end_byte].decode("utf-8", "replace")

    def span(self, node: Node) -> Span:
        return Span(node.start_byte, node.end_byte, node.start_point[0] + 1)

    def opaque(self, node: Node) -> Opaque:
        return Opaque(node.type, " ".join(self.tables.tokens(self.content, node)), self.span(node))

    def expression(self, node: Node) -> Expression:
        return self._nested(self.tables.expressions, node)

    def part(self, node: Node, name: str) -> Expression:
        """The expression in a field of a node; where an error took it away, the node itself in its place."""
        child = node.child_by_field_name(name)
        return self._nested(self.tables.expressions, child) if child else self.opaque(node)

    def inside(self, node: Node) -> Expression:
        """The one expression that a node is put around."""
        found = parts(node)
        return self._nested(self.tables.expressions, found[0]) if found else self.opaque(node)

    def type(self, node: Node) -> Expression:
        return self._nested(self.tables.types, node)

    def statement(self, node: Node) -> Sequence[Statement]:
        """What a statement comes to: a declaration of several names is several bindings."""
        convert = self.tables.statements.get(node.type)
        if convert is None or self._depth >= DEEPEST:
            text = self.too_deep(node) if convert else self.opaque(node)
            return (Evaluate(text, text.span),)
        self._depth += 1
        try:
            return tuple(convert(self, node))
        finally:
            self._depth -= 1

    def statements(self, nodes: Iterable[Node]) -> tuple[Statement, ...]:
        found: list[Statement] = []
        for node in self.statement_nodes(nodes):
            found.extend(self.statement(node))
        return tuple(found)

    def statement_nodes(self, nodes: Iterable[Node]) -> Iterator[Node]:
        """The statements among `nodes`, also those that an `ERROR` swallowed."""
        pending = list(nodes)[::-1]
        while pending:
            node = pending.pop()
            if node.type == "ERROR":
                known = self.tables.statements
                pending.extend(n for n in reversed(node.named_children) if n.type in known or n.type == "ERROR")
            elif node.type not in EXTRAS:
                yield node

    def too_deep(self, node: Node) -> Opaque:
        """Stands for what is nested too deeply, or is too long a chain, and makes it a problem."""
        opaque = self.opaque(node)
        self.problems.append(SyntaxProblem("nested too deeply to be read", opaque.span))
        return opaque

    def _nested(self, table: Mapping[str, ToExpression], node: Node) -> Expression:
        convert = table.get(node.type)
        if convert is None:
            return self.opaque(node)
        if self._depth >= DEEPEST:
            return self.too_deep(node)
        self._depth += 1
        try:
            return convert(self, node)
        finally:
            self._depth -= 1


def parts(node: Node) -> list[Node]:
    """The named children, without comments and what could not be parsed."""
    children = node.named_children
    return [child for child in children if child.type not in EXTRAS] if children else children


def field(node: Node, name: str) -> Node:
    """The child of that name; where an error took it away, the node itself: good for its text, not to be converted."""
    return node.child_by_field_name(name) or node
