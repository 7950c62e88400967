"""An earlier schema in the names of a later one, so that what was renamed can be compared under one name."""

from collections.abc import Mapping
from typing import NamedTuple

from datamodel_check.compare.revisions.renames import renames, shared
from datamodel_check.model.schema import Column, ForeignKey, Index, Source, Table, Unique


class Renamed(NamedTuple):
    """Old names to new ones: keys of tables, and names of columns by the old key of their table."""

    tables: Mapping[str, str] = {}
    columns: Mapping[str, Mapping[str, str]] = {}

    def table(self, key: str) -> str:
        return self.tables.get(key, key)

    def column(self, table: str, name: str) -> str:
        return self.columns.get(table, {}).get(name, name)


def renamed(before: Source, after: Source) -> Renamed:
    """Tables that kept most of their columns under another name, and columns that kept what they are."""
    old = {table.key: table for table in before.tables}
    new = {table.key: table for table in after.tables}
    gone = [table for key, table in old.items() if key not in new]
    come = [table for key, table in new.items() if key not in old]
    pairs = renames(gone, come, _tables_alike)
    tables = {one.key: other.key for one, other in pairs}
    kept = [*pairs, *((old[key], new[key]) for key in old.keys() & new.keys())]
    return Renamed(tables, {one.key: _columns(one, other, tables) for one, other in kept})


def _tables_alike(one: Table, other: Table) -> float:
    columns = (frozenset((column.name, column.type) for column in table.columns) for table in (one, other))
    return shared(*columns)


def _columns(before: Table, after: Table, tables: Mapping[str, str]) -> Mapping[str, str]:
    old, new = ({column.name for column in table.columns} for table in (before, after))
    gone = [column for column in before.columns if column.name not in new]
    come = [column for column in after.columns if column.name not in old]
    pairs = renames(gone, come, lambda one, other: _columns_alike(one, other, tables))
    return {one.name: other.name for one, other in pairs}


def _columns_alike(one: Column, other: Column, tables: Mapping[str, str]) -> float:
    """Columns of another type or meaning are not alike; else as much as their names."""
    from difflib import SequenceMatcher

    target = one.references and tables.get(one.references.table, one.references.table)
    if (one.type, target, one.primary_key) != (
        other.type,
        other.references and other.references.table,
        other.primary_key,
    ):
        return 0.0
    same = 0.2 * (one.nullable == other.nullable) + 0.2 * (one.default == other.default)
    return same + 0.6 * SequenceMatcher(None, one.name, other.name).ratio()


# --- carrying over ---------------------------------------------------------------------------------------------------


def carried(table: Table, names: Renamed) -> Table:
    """The old table as it would be if only names had changed. Texts of SQL are left as they are."""
    key = table.key
    schema, _, name = names.table(key).rpartition(".")
    return table._replace(
        schema=(schema or None) if key in names.tables else table.schema,
        name=name if key in names.tables else table.name,
        columns=tuple(_column(column, key, names) for column in table.columns),
        primary_key=_each(table.primary_key, key, names),
        uniques=tuple(_unique(unique, key, names) for unique in table.uniques),
        indexes=tuple(_index(index, key, names) for index in table.indexes),
        foreign_keys=tuple(_foreign_key(one, key, names) for one in table.foreign_keys),
    )


def _each(columns: tuple[str, ...], table: str, names: Renamed) -> tuple[str, ...]:
    return tuple(names.column(table, column) for column in columns)


def _column(column: Column, table: str, names: Renamed) -> Column:
    return column._replace(name=names.column(table, column.name))


def _unique(unique: Unique, table: str, names: Renamed) -> Unique:
    return unique._replace(columns=_each(unique.columns, table, names))


def _index(index: Index, table: str, names: Renamed) -> Index:
    columns = (
        column if column.expression else column._replace(text=names.column(table, column.text))
        for column in index.columns
    )
    return index._replace(columns=tuple(columns))


def _foreign_key(key: ForeignKey, table: str, names: Renamed) -> ForeignKey:
    return key._replace(
        columns=_each(key.columns, table, names),
        table=names.table(key.table),
        ref_columns=_each(key.ref_columns, key.table, names),
    )
