"""Models → tables, views → views."""

from datamodel_check.extract.schema.prisma.columns import columns
from datamodel_check.extract.schema.prisma.database import Database, DeclaredModel
from datamodel_check.extract.schema.prisma.indexes import keys, primary_key
from datamodel_check.extract.schema.prisma.relations import foreign_key, relation_fields
from datamodel_check.model.schema import Column, Index, IndexColumn, Reference, Table, Unique, View


def make_table(database: Database, declared: DeclaredModel) -> Table:
    """`@ignore` and `@@ignore` hide from Prisma Client alone."""
    key = primary_key(database, declared)
    found = list(keys(database, declared))
    relations = (foreign_key(database, one) for one in relation_fields(database, declared))
    table = Table(
        schema=database.schema_name(declared.model),
        name=database.table_name(declared),
        code_name=declared.model.name,
        location=declared.location,
        columns=tuple(columns(database, declared)),
        primary_key=key.columns,
        primary_key_name=key.name,
        uniques=tuple(sorted((one for one in found if isinstance(one, Unique)), key=_name)),
        indexes=tuple(sorted((one for one in found if isinstance(one, Index)), key=_name)),
        foreign_keys=tuple(
            sorted((one for one in relations if one is not None), key=lambda one: (one.columns, one.table))
        ),
    )
    return table._replace(columns=tuple(_in_table(database, table, column) for column in table.columns))


def _name(key: Unique | Index) -> str:
    return key.name or ""


def _in_table(database: Database, table: Table, column: Column) -> Column:
    """What the table's keys say of a column."""
    reference = next((key for key in table.foreign_keys if key.columns == (column.name,)), None)
    counts = database.provider.dialect == "sqlite" and column.type == "integer" and table.primary_key == (column.name,)
    return column._replace(
        primary_key=column.name in table.primary_key,
        unique=_is_unique(table, column.name),
        references=Reference(reference.table, reference.ref_columns[0])
        if reference is not None and reference.ref_columns
        else None,
        # Prisma lets SQLite number the rows also where the schema does not ask for it (sqlite/renderer.rs).
        autoincrement=column.autoincrement or counts,
    )


def _is_unique(table: Table, name: str) -> bool:
    if any(unique.columns == (name,) for unique in table.uniques):
        return True
    alone = [IndexColumn(name)]
    return any(
        index.unique and index.where is None and [column._replace(order=None) for column in index.columns] == alone
        for index in table.indexes
    )


def make_view(database: Database, declared: DeclaredModel) -> View:
    """Prisma does not make views: the migrations do, by hand."""
    return View(
        schema=database.schema_name(declared.model),
        name=database.table_name(declared),
        code_name=declared.model.name,
        location=declared.location,
        columns=tuple(columns(database, declared)),
        definition=None,
    )
