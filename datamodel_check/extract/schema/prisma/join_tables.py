"""The tables of implicit many-to-many relations: sql-schema-connector/src/sql_schema_calculator.rs, `push_m2m_tables`.

https://www.prisma.io/docs/orm/prisma-schema/data-model/relations/many-to-many-relations#implicit-many-to-many-relations
"""

from datamodel_check.extract.schema.prisma.database import Database, DeclaredModel, mapped
from datamodel_check.extract.schema.prisma.names import constraint_name
from datamodel_check.extract.schema.prisma.relations import RelationField
from datamodel_check.extract.schema.prisma.types import column_type
from datamodel_check.model.prisma import Call, Field, Items, Model, Name
from datamodel_check.model.schema import Column, ForeignKey, Index, IndexColumn, Reference, Table, Unique

_KEY_SINCE = 6
"""https://github.com/prisma/prisma/releases/tag/6.0.0: primary keys instead of unique indexes on PostgreSQL."""


def _table_name(one: RelationField, other: RelationField) -> str:
    first, second = _models(one, other)
    return f"_{one.name or f'{first.model.name}To{second.model.name}'}"


def make_join_table(database: Database, one: RelationField, other: RelationField) -> Table:
    first, second = _models(one, other)
    name = _table_name(one, other)
    ends = (_End(database, name, "A", first, one), _End(database, name, "B", second, one))
    keyed = database.provider.join_table_key == "primary key" and (database.major or _KEY_SINCE) >= _KEY_SINCE
    both = ("A", "B")
    columns = (ends[0].column(in_key=keyed), ends[1].column(in_key=keyed))
    return Table(
        schema=database.schema_name(first.model),
        name=name,
        code_name=name,
        location=one.declared.at(one.field.span),
        columns=columns,
        primary_key=both if keyed else (),
        primary_key_name=_cut(database, name, "AB_pkey") if keyed else None,
        uniques=() if keyed else (Unique(_cut(database, name, "AB_unique"), both),),
        indexes=(Index(_cut(database, name, "B_index"), (IndexColumn("B"),)),),
        foreign_keys=tuple(end.foreign_key for end in ends),
    )


def _models(one: RelationField, other: RelationField) -> tuple[DeclaredModel, DeclaredModel]:
    """`A` is the model whose name comes first."""
    first, second = sorted((one.declared, other.declared), key=lambda declared: declared.model.name)
    return first, second


def _cut(database: Database, table: str, suffix: str) -> str:
    return constraint_name(table, (), suffix, database.provider.longest_name)


class _End:
    """A column of a join table and what it points to."""

    def __init__(self, database: Database, table: str, name: str, declared: DeclaredModel, one: RelationField) -> None:
        self.database = database
        self.table = table
        self.name = name
        self.declared = declared
        self.location = one.declared.at(one.field.span)
        self.id = _id(declared.model)

    def column(self, *, in_key: bool) -> Column:
        kind = column_type(self.database, self.declared, self.id) if self.id is not None else None
        if kind is None:
            message = f"{self.declared.model.name} has no @id that a many-to-many relation could point to"
            self.database.unresolved(message, self.declared.location)
        enum = kind.enum if kind is not None and self.database.provider.enums == "types" else None
        return Column(
            name=self.name,
            code_name=self.name,
            type=kind.text if kind is not None else "",
            nullable=False,
            location=self.location,
            primary_key=in_key,
            enum=self.database.enum_key(enum) if enum is not None else None,
            references=self.reference,
        )

    @property
    def reference(self) -> Reference:
        return Reference(self.database.table_key(self.declared), mapped(self.id) if self.id is not None else "")

    @property
    def foreign_key(self) -> ForeignKey:
        return ForeignKey(
            name=_cut(self.database, self.table, f"{self.name}_fkey"),
            columns=(self.name,),
            table=self.reference.table,
            ref_columns=(self.reference.column,),
            on_delete="cascade",
            on_update="cascade",
            enforced=self.database.enforces_relations,
        )


def _id(model: Model) -> Field | None:
    """The one field that identifies a record."""
    together = model.attribute("id")
    fields = together.argument("fields", 0) if together is not None else None
    if isinstance(fields, Items) and len(fields.items) == 1:
        (item,) = fields.items
        return model.field(item.name) if isinstance(item, Name | Call) else None
    return next((field for field in model.fields if field.attribute("id") is not None), None)
