"""The names that databases give to what is left unnamed.

PostgreSQL: `ChooseRelationName`, `ChooseIndexName` and `ChooseConstraintName` (src/backend/commands/indexcmds.c,
src/backend/catalog/pg_constraint.c). MySQL: `make_unique_key_name` (sql/sql_table.cc), `<table>_ibfk_<number>`,
`<table>_chk_<number>`. SQLite leaves them without a name.
"""

import re
from collections.abc import Callable, Iterable

from datamodel_check.extract.migrations.expressions import mentioned
from datamodel_check.extract.migrations.state import State
from datamodel_check.extract.migrations.taken import constraints
from datamodel_check.model.schema import IndexColumn, Table

_BYTES = 63
_DIGITS = 10
"""Names that end in more are no counted ones."""
_FUNCTION = re.compile(r"([^\W\d][\w$]*)\(")


def primary_key(state: State, table: Table) -> str | None:
    """MySQL's has the name PRIMARY, which nobody gives or uses."""
    return _relation(state, table, None, "pkey") if state.dialect == "postgresql" else None


def unique(state: State, table: Table, columns: tuple[str, ...]) -> str | None:
    if state.dialect == "postgresql":
        return _relation(state, table, _joined(columns), "key")
    return _mysql_index(table, columns[0]) if state.dialect == "mysql" else None


def index(state: State, table: Table, columns: tuple[IndexColumn, ...]) -> str | None:
    if state.dialect == "postgresql":
        return _relation(state, table, _joined(_index_columns(columns)), "idx")
    if state.dialect == "mysql":
        return _mysql_index(table, "functional_index" if columns[0].expression else columns[0].text)
    return None


def foreign_key(state: State, table: Table, columns: tuple[str, ...]) -> str | None:
    if state.dialect == "postgresql":
        return _constraint(state, table, _joined(columns), "fkey")
    return _numbered(table, "ibfk", (key.name for key in table.foreign_keys)) if state.dialect == "mysql" else None


def check(state: State, table: Table, expression: str) -> str | None:
    if state.dialect == "postgresql":
        columns = mentioned(expression, tuple(column.name for column in table.columns), state.dialect)
        return _constraint(state, table, columns[0] if len(columns) == 1 else None, "check")
    return _numbered(table, "chk", (check.name for check in table.checks)) if state.dialect == "mysql" else None


# --- PostgreSQL ------------------------------------------------------------------------------------------------------


def _relation(state: State, table: Table, middle: str | None, label: str) -> str:
    """The table is named as well, for the state may not have it yet."""
    own = {table.name, *(index.name for index in table.indexes), *constraints(table)}
    return _free(
        (table.name, middle, label),
        lambda name: name in own or state.takes(table.schema, name) or state.taken.constraints[table.schema, name] > 0,
    )


def _constraint(state: State, table: Table, middle: str | None, label: str) -> str:
    own = set(constraints(table))
    return _free(
        (table.name, middle, label), lambda name: name in own or state.taken.constraints[table.schema, name] > 0
    )


def _free(parts: tuple[str, str | None, str], taken: Callable[[str], bool]) -> str:
    """`<table>_<columns>_key`, then `…_key1` and so on."""
    first, middle, label = parts
    name, number = object_name(first, middle, label), 0
    while taken(name):
        number += 1
        name = object_name(first, middle, f"{label}{number}")
    return name


def object_name(first: str, second: str | None, label: str) -> str:
    """The parts joined by `_` and cut to 63 bytes, of the longer one first (`makeObjectName`)."""
    room = _BYTES - len(label) - 1 - (1 if second else 0)
    parts = [first.encode(), (second or "").encode()]
    while len(parts[0]) + len(parts[1]) > room:
        longer = 0 if len(parts[0]) > len(parts[1]) else 1
        parts[longer] = parts[longer][:-1]
    kept = [part.decode(errors="ignore") for part in parts]
    return "_".join([kept[0], *([kept[1]] if second else []), label])


def _joined(columns: Iterable[str]) -> str:
    return "_".join(columns)


def _index_columns(columns: tuple[IndexColumn, ...]) -> list[str]:
    """An expression counts by the function that it calls (`FigureIndexColname`); equal names get numbers."""
    names: list[str] = []
    for column in columns:
        function = _FUNCTION.match(column.text) if column.expression else None
        base = column.text if not column.expression else function.group(1) if function else "expr"
        name, number = base, 0
        while name in names:
            number += 1
            name = f"{base}{number}"
        names.append(name)
    return names


# --- MySQL -----------------------------------------------------------------------------------------------------------


def _mysql_index(table: Table, column: str) -> str:
    taken = {
        (name or "").lower() for name in (*(each.name for each in table.indexes), *(u.name for u in table.uniques))
    }
    name, number = column, 1
    while name.lower() in taken:
        number += 1
        name = f"{column}_{number}"
    return name


def _numbered(table: Table, label: str, names: Iterable[str | None]) -> str:
    """One more than the highest number so far."""
    start = f"{table.name}_{label}_"
    endings = (name[len(start) :] for name in names if name and name.startswith(start))
    numbers = [int(ending) for ending in endings if ending.isdecimal() and len(ending) < _DIGITS]
    return f"{start}{max(numbers, default=0) + 1}"
