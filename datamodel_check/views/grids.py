"""The grids of one table. Each kind of fact has its own, whose first header says what its rows are."""

from collections.abc import Iterable, Sequence

from datamodel_check.model.blocks import Cell, Code, Grid, Text
from datamodel_check.model.schema import Column, ForeignKey, Index, IndexColumn, Policy, Table
from datamodel_check.views.facts import is_plain
from datamodel_check.views.wording import code, codes, join, origin, rules, target, words, yes_or_no


def grids(table: Table, order: Sequence[str]) -> tuple[Grid, ...]:
    """The grids that have rows; columns in the given order."""
    columns = sorted(table.columns, key=lambda column: order.index(column.name))
    made = (
        _grid(table, "column", ("Column", "Type", "Null", "Default", "Key", "Notes"), _columns(table, columns)),
        _grid(table, "foreign key", ("Foreign key", "References", "Notes"), _foreign_keys(table)),
        _grid(table, "unique constraint", ("Unique", "Columns", "Notes"), _uniques(table)),
        _grid(table, "index", ("Index", "Columns", "Notes"), map(_index, table.indexes)),
        _grid(table, "check", ("Check", "Expression"), _checks(table)),
        _grid(table, "policy", ("Policy", "Command", "Roles", "Using", "With check"), map(_policy, table.policies)),
    )
    return tuple(grid for grid in made if grid.rows)


def _grid(table: Table, noun: str, header: tuple[str, ...], rows: Iterable[tuple[Cell, ...]]) -> Grid:
    """A grid whose rows are told apart by name, or where names are missing by the second cell as well."""
    rows = tuple(rows)
    named = all(row[0] for row in rows) and len({row[0] for row in rows}) == len(rows)
    return Grid(header, rows, keys=1 if named else 2, noun=noun, subject=table.key)


# --- columns ---------------------------------------------------------------------------------------------------------


def _columns(table: Table, columns: Iterable[Column]) -> Iterable[tuple[Cell, ...]]:
    for column in columns:
        yield (
            (Code(column.name),),
            (Code(column.type),),
            yes_or_no(column.nullable),
            origin(column),
            _keys(table, column),
            _notes(table, column),
        )


def _keys(table: Table, column: Column) -> Cell:
    """Which keys the column is part of; of a composite primary key also its place in it."""
    primary = table.primary_key
    place = f" {primary.index(column.name) + 1}" if column.name in primary and len(primary) > 1 else ""
    return join(
        [
            words(f"PK{place}" if column.name in primary else None),
            words("FK" if any(column.name in key.columns for key in table.foreign_keys) else None),
            words("unique" if any(is_plain(one) and one.columns[0] == column.name for one in table.uniques) else None),
        ]
    )


def _notes(table: Table, column: Column) -> Cell:
    references = [_reference(key) for key in table.foreign_keys if key.columns == (column.name,)]
    allowed = (Text("one of "), *codes(column.allowed_values)) if column.allowed_values else ()
    return join([*references, allowed, words(column.comment)], "; ")


def _reference(key: ForeignKey) -> Cell:
    return join([(Text("→ "), Code(target(key))), rules(key)])


# --- what has a name of its own --------------------------------------------------------------------------------------


def _foreign_keys(table: Table) -> Iterable[tuple[Cell, ...]]:
    """Those of several columns; the others stand in their column's row."""
    for key in table.foreign_keys:
        if len(key.columns) > 1:
            yield codes(key.columns), code(target(key)), rules(key)


def _uniques(table: Table) -> Iterable[tuple[Cell, ...]]:
    for unique in table.uniques:
        if not is_plain(unique):
            notes = words("nulls are not distinct" if unique.nulls_not_distinct else None)
            yield code(unique.name), codes(unique.columns), notes


def _index(index: Index) -> tuple[Cell, ...]:
    options = ", ".join(f"{name} = {value}" for name, value in index.options)
    notes = join(
        [
            words("unique" if index.unique else None),
            (Text("using "), Code(index.method)) if index.method else (),
            (Text("where "), Code(index.where)) if index.where else (),
            (Text("with "), Code(options)) if options else (),
            (Text("parameters "), *codes(index.parameters)) if index.parameters else (),
        ]
    )
    return code(index.name), join([_index_column(column) for column in index.columns]), notes


def _index_column(column: IndexColumn) -> Cell:
    words_after = (column.operator_class, column.order, f"nulls {column.nulls}" if column.nulls else None)
    after = " ".join(word for word in words_after if word)
    return (Code(column.text), Text(f" {after}")) if after else (Code(column.text),)


def _checks(table: Table) -> Iterable[tuple[Cell, ...]]:
    for check in table.checks:
        values = (Text("parameters "), *codes(check.parameters)) if check.parameters else ()
        yield code(check.name), join([(Code(check.expression),), values])


def _policy(policy: Policy) -> tuple[Cell, ...]:
    command = policy.command if policy.permissive else f"{policy.command} (restrictive)"
    return (Code(policy.name),), words(command), codes(policy.roles), code(policy.using), code(policy.with_check)
