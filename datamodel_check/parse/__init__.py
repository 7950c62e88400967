"""The bytes of one file → a `Module`, a `Script` of SQL, or a `Schema` of Prisma.

All use of tree-sitter stays inside this package. As a whole it is the `Parsers` of `model/program.py`. Each language is
imported when its first file comes.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from datamodel_check.model.module import Module

if TYPE_CHECKING:
    from datamodel_check.model.prisma import Schema
    from datamodel_check.model.sql import Script, SqlDialect

_PYTHON = (".py", ".pyi")
_TYPESCRIPT = (".ts", ".mts", ".cts")
_TSX = (".tsx", ".jsx", ".js", ".mjs", ".cjs")


def module(path: str, content: bytes) -> Module | None:
    """The parsed file, or None where its suffix is of no known language.

    Never raises for what the file says: what cannot be read is among the module's problems.
    """
    if path.endswith(_PYTHON):
        from datamodel_check.parse import python

        return python.module(path, content)
    # Plain JavaScript may hold JSX, and has no `<T>x` casts that the tsx grammar would misread.
    if path.endswith(_TYPESCRIPT):
        dialect = "typescript"
    elif path.endswith(_TSX):
        dialect = "tsx"
    else:
        return None
    from datamodel_check.parse import typescript

    return typescript.module(path, content, dialect)


def script(content: bytes, dialect: "SqlDialect") -> "Script":
    """The statements of a file of SQL. Never raises for what it says."""
    from datamodel_check.parse import sql

    return sql.script(content, dialect)


def prisma_schema(content: bytes) -> "Schema":
    """The blocks of a `.prisma` file. Never raises for what it says."""
    from datamodel_check.parse import prisma

    return prisma.read(content)


class Once:
    """The parsers, each file parsed once for all programs that read it."""

    def __init__(self) -> None:
        self.module = lru_cache(maxsize=None)(module)
        self.script = lru_cache(maxsize=None)(script)
        self.prisma_schema = lru_cache(maxsize=None)(prisma_schema)
