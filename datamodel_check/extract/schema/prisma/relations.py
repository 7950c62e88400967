"""Relation fields → relations, foreign keys, and the tables of implicit many-to-many relations.

https://www.prisma.io/docs/orm/prisma-schema/data-model/relations
"""

from collections.abc import Iterator
from typing import NamedTuple

from datamodel_check.extract.schema.prisma.columns import is_relation
from datamodel_check.extract.schema.prisma.database import Database, DeclaredModel, text, word
from datamodel_check.extract.schema.prisma.names import constraint_name
from datamodel_check.model.prisma import Attribute, Expression, Field, Items, Name
from datamodel_check.model.schema import ForeignKey, Relation

_ACTIONS = {
    "Cascade": "cascade",
    "NoAction": "no action",
    "Restrict": "restrict",
    "SetDefault": "set default",
    "SetNull": "set null",
}


class RelationField(NamedTuple):
    """One end of a relation. `fields` are given at the end that holds the columns."""

    declared: DeclaredModel
    field: Field
    target: DeclaredModel
    attribute: Attribute | None

    @property
    def name(self) -> str | None:
        """What tells several relations between two models apart."""
        return text(self.argument("name", 0))

    @property
    def is_list(self) -> bool:
        return self.field.type.arity == "list"

    def argument(self, name: str, position: int | None = None) -> Expression | None:
        return self.attribute.argument(name, position) if self.attribute is not None else None


def relation_fields(database: Database, declared: DeclaredModel) -> Iterator[RelationField]:
    for field in declared.model.fields:
        if is_relation(database, field):
            target = database.models[field.type.name]
            yield RelationField(declared, field, target, field.attribute("relation"))


def relation(database: Database, one: RelationField, *, through: str | None = None) -> Relation:
    return Relation(
        table=database.table_key(one.declared),
        name=one.field.name,
        kind="many" if one.is_list else "one",
        to=database.table_key(one.target),
        location=one.declared.at(one.field.span),
        columns=database.column_names(one.declared, one.argument("fields")),
        ref_columns=database.column_names(one.target, one.argument("references")),
        through=through,
        relation_name=one.name,
    )


def foreign_key(database: Database, one: RelationField) -> ForeignKey | None:
    """The key of the end that holds the columns. Without foreign keys in the database, Prisma follows the rules."""
    columns = database.column_names(one.declared, one.argument("fields"))
    if not columns:
        return None
    table = database.table_name(one.declared)
    if one.is_list:  # of MongoDB: an array of keys, which Prisma leaves alone
        on_delete = on_update = "no action"
    else:
        on_delete = _action(database, one, "onDelete") or _on_delete(database, one)
        on_update = _action(database, one, "onUpdate") or "cascade"
    return ForeignKey(
        name=text(one.argument("map")) or constraint_name(table, columns, "fkey", database.provider.longest_name),
        columns=columns,
        table=database.table_key(one.target),
        ref_columns=database.column_names(one.target, one.argument("references")),
        on_delete=on_delete,
        on_update=on_update,
        enforced=database.enforces_relations and one.target.model.kind == "model",
    )


def _action(database: Database, one: RelationField, name: str) -> str | None:
    given = one.argument(name)
    action = _ACTIONS.get(word(given) or "")
    if given is not None and action is None:
        message = f"{one.declared.model.name}.{one.field.name}: {name} is no action that is known here"
        database.unresolved(message, one.declared.at(given.span), f"Write one of {', '.join(_ACTIONS)}.")
    return action


def _on_delete(database: Database, one: RelationField) -> str:
    """Set null where every column may be null (psl-core/src/parser_database/…/relation_field.rs)."""
    fields = one.argument("fields")
    names = [item.name for item in fields.items if isinstance(item, Name)] if isinstance(fields, Items) else []
    found = [field for name in names if (field := one.declared.model.field(name)) is not None]
    if all(field.type.arity != "required" for field in found):
        return "set null"
    return "restrict" if database.provider.restrict else "no action"


def is_ignored(one: RelationField) -> bool:
    """Whether Prisma Client is not to see it."""
    blocks = (one.field, one.declared.model, one.target.model)
    return any(block.attribute("ignore") is not None for block in blocks)


# --- many to many ----------------------------------------------------------------------------------------------------


def opposite(database: Database, one: RelationField) -> RelationField | None:
    """The other end: the field of the target model that belongs to the same relation."""
    for other in relation_fields(database, one.target):
        if other.target is one.declared and other.name == one.name and other.field is not one.field:
            return other
    return None


def is_implicit(one: RelationField, other: RelationField) -> bool:
    """Whether the relation needs a table of its own: lists at both ends, and columns at none."""
    return one.is_list and other.is_list and one.argument("fields") is None and other.argument("fields") is None
