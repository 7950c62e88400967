"""TypeScript and JavaScript, with or without JSX → `Module`."""

from datamodel_check.model.module import Module
from datamodel_check.parse import grammars
from datamodel_check.parse.typescript import classes, declarations, errors, expressions, modules, statements, types
from datamodel_check.parse.typescript.reader import Reader, Tables

_TABLES = Tables(
    {**expressions.TABLE, "class": classes.expression},
    types.TABLE,
    {**statements.TABLE, **declarations.TABLE},
)


def module(path: str, content: bytes, dialect: str) -> Module:
    """The parsed file; `dialect` is the grammar's, `typescript` or `tsx`."""
    root = grammars.parser(dialect).parse(content).root_node
    reader = Reader(content, _TABLES)
    found = modules.contents(reader, root)
    problems = [*errors.encoding(content), *errors.syntax(reader, root), *reader.problems]
    return Module(
        path,
        "typescript",
        tuple(found.imports),
        tuple(found.exports),
        tuple(found.statements),
        tuple(found.directives),
        tuple(problems),
    )
