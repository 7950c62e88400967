"""The blocks of a schema → tables, enums, views and relations."""

from collections.abc import Iterator
from typing import NamedTuple

from datamodel_check.extract.schema.prisma.database import Database, DeclaredEnum, mapped
from datamodel_check.extract.schema.prisma.join_tables import join_table_key, make_join_table
from datamodel_check.extract.schema.prisma.relations import is_implicit, opposite, relation, relation_fields
from datamodel_check.extract.schema.prisma.tables import make_table, make_view
from datamodel_check.model.location import Location
from datamodel_check.model.schema import Enum, Relation, Table, View


class Declarations(NamedTuple):
    tables: tuple[Table, ...]
    enums: tuple[Enum, ...]
    views: tuple[View, ...]
    relations: tuple[Relation, ...]


def declarations(database: Database) -> Declarations:
    """Everything that a schema declares, sorted; what stays open is among the database's diagnostics."""
    models = [declared for declared in database.models.values() if declared.model.kind == "model"]
    views = [declared for declared in database.models.values() if declared.model.kind == "view"]
    ends = list(_relations(database))
    tables = [make_table(database, declared) for declared in models]
    joined = {table.key: table for _, table in ends if table is not None}
    enums = database.enums.values() if database.provider.enums == "types" else ()
    return Declarations(
        tables=tuple(sorted((*tables, *joined.values()), key=lambda table: table.key)),
        enums=tuple(sorted((_enum(database, declared) for declared in enums), key=lambda enum: enum.key)),
        views=tuple(sorted((make_view(database, declared) for declared in views), key=lambda view: view.key)),
        relations=tuple(sorted((found for found, _ in ends), key=lambda found: (found.table, found.name))),
    )


def _relations(database: Database) -> Iterator[tuple[Relation, Table | None]]:
    """Every end of every relation, with the table that it needs in between."""
    for declared in database.models.values():
        for one in relation_fields(database, declared):
            other = opposite(database, one)
            if other is None:
                message = f"{declared.model.name}.{one.field.name}: the other end of the relation is missing"
                hint = f"Add a field of type {declared.model.name} to {one.target.model.name}."
                database.unresolved(message, declared.at(one.field.span), hint)
                yield relation(database, one), None
            elif is_implicit(one, other):
                through = join_table_key(database, one, other)
                yield relation(database, one, through=through), make_join_table(database, one, other)
            else:
                yield relation(database, one), None


def _enum(database: Database, declared: DeclaredEnum) -> Enum:
    return Enum(
        schema=database.schema_name(declared.enum),
        name=mapped(declared.enum),
        code_name=declared.enum.name,
        values=tuple(map(mapped, declared.enum.values)),
        location=Location(declared.path, declared.enum.span),
    )
