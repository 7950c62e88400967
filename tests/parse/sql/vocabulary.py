"""What the tests of the SQL parser are written in: SQL in, statements as values out."""

from textwrap import dedent

from datamodel_check.model.sql import AlterTable, ColumnDefinition, Content, CreateTable, Script, SqlDialect
from datamodel_check.parse import sql


def script(source: str | bytes, dialect: SqlDialect = "postgresql") -> Script:
    return sql.script(source if isinstance(source, bytes) else dedent(source).encode(), dialect)


def contents(source: str | bytes, dialect: SqlDialect = "postgresql") -> list[Content]:
    """The statements of a script that is understood whole."""
    read = script(source, dialect)
    assert read.problems == ()
    return [statement.content for statement in read.statements]


def content(source: str, dialect: SqlDialect = "postgresql") -> Content:
    (only,) = contents(source, dialect)
    return only


def problems(source: str | bytes, dialect: SqlDialect = "postgresql") -> list[str]:
    """`line: message` of each."""
    return [f"{problem.span.line}: {problem.message}" for problem in script(source, dialect).problems]


def column(definition: str, dialect: SqlDialect = "postgresql") -> ColumnDefinition:
    """The one column of a table."""
    table = content(f"create table t ({definition})", dialect)
    assert isinstance(table, CreateTable)
    (only,) = table.columns
    return only


def actions(text: str, dialect: SqlDialect = "postgresql") -> tuple[object, ...]:
    """What an `alter table t …` does."""
    alteration = content(f"alter table t {text}", dialect)
    assert isinstance(alteration, AlterTable)
    return alteration.actions
