"""The blocks of a schema → tables, enums, views and relations."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from datamodel_check.extract.schema.prisma.database import Database, DeclaredEnum, mapped
from datamodel_check.extract.schema.prisma.join_tables import make_join_table
from datamodel_check.extract.schema.prisma.relations import (
    RelationField,
    is_ignored,
    is_implicit,
    opposite,
    relation,
    relation_fields,
)
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
    ends = list(_ends(database))
    tables = [make_table(database, declared) for declared in models]
    joined = {end.join_table.key: end.join_table for end in ends if end.join_table is not None}
    enums = database.enums.values() if database.provider.enums == "types" else ()
    return Declarations(
        tables=tuple(sorted((*tables, *joined.values()), key=lambda table: table.key)),
        enums=tuple(sorted((_enum(database, declared) for declared in enums), key=lambda enum: enum.key)),
        views=tuple(sorted((make_view(database, declared) for declared in views), key=lambda view: view.key)),
        relations=tuple(sorted(_relations(database, ends), key=lambda found: (found.table, found.name))),
    )


class _End(NamedTuple):
    """One end of a relation, and the table that the relation needs in between."""

    one: RelationField
    join_table: Table | None


def _ends(database: Database) -> Iterator[_End]:
    for declared in database.models.values():
        for one in relation_fields(database, declared):
            other = opposite(database, one)
            if other is None:
                message = f"{declared.model.name}.{one.field.name}: the other end of the relation is missing"
                hint = f"Add a field of type {declared.model.name} to {one.target.model.name}."
                database.unresolved(message, declared.at(one.field.span), hint)
            implicit = other is not None and is_implicit(one, other)
            yield _End(one, make_join_table(database, one, other) if other is not None and implicit else None)


def _relations(database: Database, ends: Iterable[_End]) -> Iterator[Relation]:
    """Those that Prisma Client knows."""
    for one, join_table in ends:
        if not is_ignored(one):
            yield relation(database, one, through=join_table.key if join_table is not None else None)


def _enum(database: Database, declared: DeclaredEnum) -> Enum:
    return Enum(
        schema=database.schema_name(declared.enum),
        name=mapped(declared.enum),
        code_name=declared.enum.name,
        values=tuple(map(mapped, declared.enum.values)),
        location=Location(declared.path, declared.enum.span),
    )
