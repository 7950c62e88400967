"""Column names inside the SQL text of checks, generated columns and indexes."""

import re

from datamodel_check.model.sql import SqlDialect, written_name

# A string; a name, maybe behind `::` (then it is a type), maybe before `(` or `.` (then a function, a table).
_NAMES = re.compile(
    r"'(?:[^']++|'')*+'"
    r'|(?P<cast>::\s*+)?(?P<name>"(?:[^"]++|"")*+"|`(?:[^`]++|``)*+`|[^\W\d][\w$]*+)(?P<after>\s*+[(.])?'
)


def mentions(expression: str, column: str, dialect: SqlDialect) -> bool:
    """Whether the expression says something of the column."""
    return any(_stored(found, dialect) == _folded(column, dialect) for found in _NAMES.finditer(expression))


def mentioned(expression: str, columns: tuple[str, ...], dialect: SqlDialect) -> tuple[str, ...]:
    """Those of the columns that the expression says something of."""
    names = {_stored(found, dialect) for found in _NAMES.finditer(expression)}
    return tuple(column for column in columns if _folded(column, dialect) in names)


def renamed(expression: str, column: str, to: str, dialect: SqlDialect) -> str:
    """The expression, with the column under its new name."""
    wanted = _folded(column, dialect)

    def replacement(found: re.Match[str]) -> str:
        return written_name(to, dialect) if _stored(found, dialect) == wanted else found.group()

    return _NAMES.sub(replacement, expression)


def casts_to(expression: str, name: str) -> bool:
    """Whether the expression depends on the type."""
    return _cast(name).search(expression) is not None


def retyped(expression: str, name: str, to: str) -> str:
    """The expression, with casts to the type under its new name."""
    return _cast(name).sub(f"::{written_name(to, 'postgresql')}", expression)


def _cast(name: str) -> re.Pattern[str]:
    return re.compile(rf"::(?:public\.)?{re.escape(written_name(name, 'postgresql'))}(?![\w$])")


def _stored(found: re.Match[str], dialect: SqlDialect) -> str | None:
    """The column name that was found, or None where it is no column's."""
    name = found.group("name")
    if name is None or found.group("cast") or found.group("after"):
        return None
    if name[0] in '"`':
        name = name[1:-1].replace(name[0] * 2, name[0])
    return _folded(name, dialect)


def _folded(name: str, dialect: SqlDialect) -> str:
    return name if dialect == "postgresql" else name.lower()
