"""A table as a fact: columns and constraints brought together (drizzle-kit/src/serializer/*Serializer.ts)."""

from collections.abc import Iterable

from datamodel_check.extract.schema.drizzle.columns import ColumnDraft, InlineReference, columns
from datamodel_check.extract.schema.drizzle.constraints import PrimaryKey, constraints, foreign_key
from datamodel_check.extract.schema.drizzle.reader import ColumnName, Reader, TableCall, TableName
from datamodel_check.extract.symbols import entry
from datamodel_check.model.location import Location
from datamodel_check.model.schema import Column, ForeignKey, Index, IndexColumn, Reference, Table, Unique
from datamodel_check.model.values import Closure


def table(reader: Reader, call: TableCall, code_name: str, location: Location) -> Table:
    """The table that `call` makes; what is not known in it is reported to the reader."""
    name = reader.table_name(call)
    drafts = columns(reader, name, reader.columns(call), call.application.location)
    said = constraints(reader, call)
    key = _primary_key(reader, name, drafts, said.primary_keys)
    uniques = [draft.unique for draft in drafts if draft.unique is not None]
    inline = [_inline(reader, draft.name, reference) for draft in drafts for reference in draft.references]
    foreign_keys = _by_name([*inline, *said.foreign_keys])
    indexes = list(said.indexes)
    uniques += said.uniques
    if reader.rules.dialect == "sqlite":
        # drizzle-kit makes SQLite's unique constraints as unique indexes (src/serializer/sqliteSerializer.ts).
        indexes += [_as_index(unique) for unique in uniques]
        uniques = []
    made = Table(
        schema=name.schema,
        name=name.name,
        code_name=code_name,
        location=location,
        columns=tuple(draft.column for draft in drafts),
        primary_key=key.columns,
        primary_key_name=key.name or None,
        uniques=tuple(sorted(uniques, key=lambda unique: (unique.name or "", unique.columns))),
        indexes=tuple(sorted(indexes, key=lambda index: (index.name or "", [column.text for column in index.columns]))),
        foreign_keys=foreign_keys,
        checks=tuple(sorted(said.checks, key=lambda check: check.name or "")),
        policies=tuple(sorted(said.policies, key=lambda policy: policy.name)),
        row_level_security=call.row_level_security,
    )
    return made._replace(columns=tuple(_in_table(reader, made, column) for column in made.columns))


def _as_index(unique: Unique) -> Index:
    return Index(unique.name, tuple(IndexColumn(column) for column in unique.columns), unique=True)


def _primary_key(
    reader: Reader, table: TableName, drafts: Iterable[ColumnDraft], declared: tuple[PrimaryKey, ...]
) -> PrimaryKey:
    """The key, named where drizzle-kit names it: MySQL always, SQLite only over several columns."""
    if declared:
        key = declared[-1]
        return key._replace(name="") if reader.rules.dialect == "sqlite" and len(key.columns) == 1 else key
    names = tuple(draft.name.name for draft in drafts if draft.primary_key)
    named = names and reader.rules.dialect in {"mysql", "singlestore"}
    return PrimaryKey(f"{table.name}_{names[0]}" if named else "", names)


def _inline(reader: Reader, column: ColumnName, reference: InlineReference) -> ForeignKey:
    """`.references()` followed (*/columns/common.ts, `buildForeignKeys`)."""
    target = reference.target
    if isinstance(target, Closure):
        target = reader.program.call(target, [])
    what = f"{column.table.key}.{column.name}: the column that it references"
    found = reader.column(target) if target is not None else None
    if found is None:
        hint = "Point .references() to a column of a table in this repository."
        reader.unresolved(what, target, reference.location, hint)
        text = reader.describe(target) if target is not None else "?"
        found = ColumnName(TableName(None, text), "?", "?", "?")
    return foreign_key(
        reader,
        column.table,
        (column,),
        (found,),
        on_delete=_action(reader, reference, "onDelete", what),
        on_update=_action(reader, reference, "onUpdate", what),
    )


def _action(reader: Reader, reference: InlineReference, name: str, what: str) -> str | None:
    value = entry(reference.actions, name)
    return None if value is None else reader.text(value, f"{what}: {name}", reference.location)


def _by_name(foreign_keys: Iterable[ForeignKey]) -> tuple[ForeignKey, ...]:
    """drizzle-kit keeps the last of one name."""
    named = {key.name: key for key in foreign_keys}
    return tuple(sorted(named.values(), key=lambda key: (key.columns, key.table, key.name or "")))


def _in_table(reader: Reader, table: Table, column: Column) -> Column:
    """What the table's constraints say of a column."""
    primary = column.name in table.primary_key
    reference = next((key for key in table.foreign_keys if key.columns == (column.name,)), None)
    return column._replace(
        primary_key=primary,
        nullable=column.nullable and not (primary and reader.rules.dialect != "sqlite"),
        unique=_is_unique(table, column.name),
        references=Reference(reference.table, reference.ref_columns[0])
        if reference and reference.ref_columns
        else None,
    )


def _is_unique(table: Table, name: str) -> bool:
    """Whether a constraint or an index makes the one column unique in every row."""
    if any(unique.columns == (name,) for unique in table.uniques):
        return True
    alone = IndexColumn(name)
    return any(
        index.unique
        and index.where is None
        and [column._replace(order=None, nulls=None) for column in index.columns] == [alone]
        for index in table.indexes
    )
