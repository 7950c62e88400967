"""Python → `Module`."""

from __future__ import annotations

from datamodel_check.model.module import Module
from datamodel_check.parse import errors, grammars
from datamodel_check.parse.python import expressions, modules, statements, types
from datamodel_check.parse.python.tokens import tokens
from datamodel_check.parse.reader import Reader, Tables

_TABLES = Tables(expressions.TABLE, types.TABLE, statements.TABLE, tokens)


def module(path: str, content: bytes) -> Module:
    """The parsed file. It exports nothing by a statement: all names of its top level can be imported."""
    root = grammars.parser("python").parse(content).root_node
    reader = Reader(content, _TABLES)
    imports, found = modules.contents(reader, root)
    syntax = (errors.problem(reader, node) for node, _ in errors.nodes(root))
    problems = [*errors.encoding(content), *syntax, *reader.problems]
    return Module(path, "python", tuple(imports), (), tuple(found), (), tuple(problems))
