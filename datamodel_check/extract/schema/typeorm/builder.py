"""The passes in which TypeORM puts entities together.

Source: typeorm/src/metadata-builder/EntityMetadataBuilder.ts, `build`.
"""

from collections.abc import Iterable, Sequence

from datamodel_check.extract.schema.typeorm.arguments import Arguments, ForeignKeyArguments
from datamodel_check.extract.schema.typeorm.context import Context
from datamodel_check.extract.schema.typeorm.entities import entities
from datamodel_check.extract.schema.typeorm.joins import closure, join, junction
from datamodel_check.extract.schema.typeorm.metadata import Column, Entity, ForeignKeyOf, IndexOf
from datamodel_check.extract.schema.typeorm.relations import connect, found_entity, target_of
from datamodel_check.model.values import ClassValue


def build(context: Context, declared: Iterable[Arguments]) -> list[Entity]:
    """All tables and views, also those of junctions; children that share a table are part of their parent."""
    made = entities(context, declared)
    connect(context, made)
    owners = [entity for entity in made if entity.parent is None]
    for entity in owners:
        for relation in entity.relations:
            if relation.kind in {"one-to-one", "many-to-one"}:
                join(context, entity, relation, made)
        for relation in entity.relations:
            if relation.kind == "many-to-many":
                _add(made, junction(context, entity, relation))
    for entity in owners:
        _add(made, closure(context, entity))
        _index_discriminator(entity)
    for entity in owners:
        for arguments in _foreign_keys(context, entity):
            _add_foreign_key(context, entity, arguments, made)
    for entity in made:
        for column in entity.columns:
            _generate(context, column)
    return [entity for entity in made if entity.parent is None]


def _add(made: list[Entity], entity: Entity | None) -> None:
    if entity is not None:
        made.append(entity)


def _index_discriminator(entity: Entity) -> None:
    """`createKeysForTableInheritance`."""
    discriminator = next((column for column in entity.own_columns if column.discriminator), None)
    if discriminator is None or entity.inheritance != "STI":
        return
    if not any(index.properties == (discriminator.name,) for index in entity.indices):
        entity.indices.append(IndexOf(None, (), entity.location, (discriminator,)))


def _generate(context: Context, column: Column) -> None:
    """What `@Generated` and `@PrimaryGeneratedColumn` say takes effect last of all."""
    strategy = None
    if column.target is not None and column.mode != "virtual":
        strategy = context.storage.of(column.target).generations.get(column.property_name)
    if strategy is not None:
        column.generation, column.doubt = strategy, None
        column.type = {"uuid": "uuid", "rowid": "int"}.get(strategy, column.type or "Number")


# --- @ForeignKey -----------------------------------------------------------------------------------------------------


def _foreign_keys(context: Context, entity: Entity) -> list[ForeignKeyArguments]:
    lineage = context.storage.lineage(entity.target)
    return [key for target in reversed(lineage) for key in context.storage.of(target).foreign_keys]


def _add_foreign_key(context: Context, entity: Entity, key: ForeignKeyArguments, made: Sequence[Entity]) -> None:
    """`createForeignKeys`."""
    target = target_of(context.reader, key.type)
    other = found_entity(target, made) if isinstance(target, ClassValue | str) else None
    if other is None:
        value = None if isinstance(target, ClassValue | str) else target
        context.reader.unresolved(f"the target of a foreign key of {entity.class_name}", value, key.location)
        return
    names, referenced_names = list(key.columns), list(key.referenced)
    if key.property_name:
        names.append(key.property_name)
        inverse = context.reader.property_path(key.inverse)
        referenced_names += [inverse] if inverse else []
    columns = _named(context, entity, names, key)
    referenced = _named(context, other, referenced_names, key) if referenced_names else other.primary_columns
    entity.foreign_keys.append(
        ForeignKeyOf(key.name, tuple(columns), other, tuple(referenced), key.on_delete, key.on_update)
    )


def _named(context: Context, entity: Entity, names: Iterable[str], key: ForeignKeyArguments) -> list[Column]:
    found: list[Column] = []
    for name in names:
        column = next((each for each in entity.columns if name in {each.property_name, each.name}), None)
        if column is None:
            context.reader.unresolved(f"the column {name} of {entity.class_name}", None, key.location)
        else:
            found.append(column)
    return found
