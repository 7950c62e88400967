"""A relation's arguments → the relation (typeorm/src/metadata/RelationMetadata.ts)."""

from collections.abc import Iterable

from datamodel_check.extract.schema.typeorm.arguments import RelationArguments
from datamodel_check.extract.schema.typeorm.context import Context
from datamodel_check.extract.schema.typeorm.entity_schemas import schema_target
from datamodel_check.extract.schema.typeorm.metadata import Embedded, Entity, Relation, Target
from datamodel_check.extract.schema.typeorm.reader import Reader, entity_schema
from datamodel_check.extract.schema.typeorm.storage import target_name
from datamodel_check.extract.symbols import entry, string
from datamodel_check.model.values import Application, ClassValue, Value


def relation(
    context: Context, entity: Entity, target: Target, arguments: RelationArguments, embedded: Embedded | None
) -> Relation | None:
    """The relation that a class declares; None, reported, where nobody can tell what it leads to."""
    made = Relation(arguments.property_name, arguments.kind, arguments.location)
    made.target, made.embedded = target, embedded
    label = f"{entity.class_name}.{arguments.property_name}"
    value = target if arguments.type is None else target_of(context.reader, arguments.type)
    if not isinstance(value, ClassValue | str):
        hint = "Its columns and foreign keys are missing from the facts."
        context.reader.unresolved(f"the target of relation {label}", value, arguments.location, hint)
        return None
    made.to = value
    if arguments.inverse is not None:
        made.inverse_name = context.reader.property_path(arguments.inverse)
    options = arguments.options
    made.nullable = options.flag("nullable") is not False
    made.on_delete, made.on_update = options.text("onDelete"), options.text("onUpdate")
    made.constrained = options.flag("createForeignKeyConstraints") is not False
    made.tree_parent, made.tree_children = arguments.tree_parent, arguments.tree_children
    return made


def target_of(reader: Reader, value: Value) -> Target | Value:
    """What the target of a relation is: a class, a name, or, where that is not known, the value itself."""
    value = reader.called(value)
    if isinstance(value, Application) and entity_schema(value) is not None:
        return schema_target(reader, value)
    name = string(value) or string(entry(value, "name"))
    return value if name is None else name


def found_entity(target: Target, entities: Iterable[Entity]) -> Entity | None:
    """The entity that a target stands for; a name is that of a class or of a table."""
    for entity in entities:
        if entity.target == target:
            return entity
        if isinstance(target, str) and target in {target_name(entity.target), entity.given_name}:
            return entity
    return None


def connect(context: Context, entities: Iterable[Entity]) -> None:
    """Find the other side of every relation (`computeInverseProperties`)."""
    every = list(entities)
    for entity in every:
        if entity.parent is None:
            entity.own_relations = [each for each in entity.own_relations if _lead(context, entity, each, every)]
            entity.embedded_relations = [
                each for each in entity.embedded_relations if _lead(context, entity, each, every)
            ]
    for entity in every:
        for each in entity.relations:
            name = _inverse_name(entity, each)
            others = each.other.relations if each.other is not None else []
            each.inverse = next((other for other in others if name is not None and other.path == name), None)


def _lead(context: Context, entity: Entity, made: Relation, entities: Iterable[Entity]) -> bool:
    made.other = None if made.to is None else found_entity(made.to, entities)
    if made.other is None:
        name = "?" if made.to is None else target_name(made.to)
        message = f"{entity.class_name}.{made.path} leads to {name}, which is none of the entities"
        hint = "Add it to the entities of the data source; until then the relation is missing from the facts."
        context.reader.remark(message, made.location, hint)
    return made.other is not None


def _inverse_name(entity: Entity, made: Relation) -> str | None:
    if made.inverse_name is not None:
        return made.inverse_name
    if made.tree_parent or made.tree_children:
        pairs = [each for each in entity.relations if each.tree_children is made.tree_parent]
        return next((each.property_name for each in pairs if each.tree_parent or each.tree_children), None)
    return None
