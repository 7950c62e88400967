"""TypeScript and JavaScript, with or without JSX → `Module`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.module import Module
from datamodel_check.parse import errors, grammars
from datamodel_check.parse.reader import Reader, Tables
from datamodel_check.parse.typescript import (
    classes,
    declarations,
    expressions,
    modules,
    statements,
    types,
)
from datamodel_check.parse.typescript.tokens import tokens

if TYPE_CHECKING:
    from tree_sitter import Node

_TABLES = Tables(
    {**expressions.TABLE, "class": classes.expression},
    types.TABLE,
    {**statements.TABLE, **declarations.TABLE},
    tokens,
)


def module(path: str, content: bytes, dialect: str) -> Module:
    """The parsed file; `dialect` is the grammar's, `typescript` or `tsx`."""
    root, wrong = _parse(content, dialect)
    reader = Reader(content, _TABLES)
    found = modules.contents(reader, root)
    syntax = (errors.problem(reader, node) for node in wrong)
    problems = [*errors.encoding(content), *syntax, *reader.problems]
    return Module(
        path,
        "typescript",
        tuple(found.imports),
        tuple(found.exports),
        tuple(found.statements),
        tuple(found.directives),
        tuple(problems),
    )


def _parse(content: bytes, dialect: str) -> tuple[Node, list[Node]]:
    """The tree, and its errors."""
    parser = grammars.parser(dialect)
    root = parser.parse(content).root_node
    if b">`" in content:
        from datamodel_check.parse.typescript.tagged import untyped

        plain = untyped(content, root)
        if plain != content:
            content, root = plain, parser.parse(plain).root_node
    wrong = list(errors.nodes(root))
    if wrong:
        from datamodel_check.parse.typescript import repairs

        again = parser.parse(repairs.repaired(content, wrong)).root_node
        fewer = list(errors.nodes(again))
        if len(fewer) < len(wrong):
            root, wrong = again, fewer
    if wrong:
        from datamodel_check.parse.typescript.recovery import without_broken_statements

        recovered = without_broken_statements(parser, content, root)
        if recovered:
            return recovered
    return root, [node for node, _ in wrong]
