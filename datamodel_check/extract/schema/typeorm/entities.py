"""Arguments → entities with their own columns, before relations add theirs.

Source: typeorm/src/metadata-builder/EntityMetadataBuilder.ts, `createEntityMetadata` to `computeEntityMetadataStep1`.
"""

from collections.abc import Iterable, Iterator, Sequence

from datamodel_check.extract.schema.typeorm.arguments import Arguments, EmbeddedArguments, IndexArguments
from datamodel_check.extract.schema.typeorm.columns import column
from datamodel_check.extract.schema.typeorm.context import Context
from datamodel_check.extract.schema.typeorm.metadata import (
    Column,
    Embedded,
    Entity,
    IndexOf,
    Relation,
    Target,
    Tree,
)
from datamodel_check.extract.schema.typeorm.relations import relation
from datamodel_check.extract.schema.typeorm.storage import target_name
from datamodel_check.model.values import Constant

_DEEPEST = 10


def entities(context: Context, declared: Iterable[Arguments]) -> list[Entity]:
    """The entities, parents of a table before the children that share it."""
    made = [_entity(arguments) for arguments in declared if arguments.tables]
    for entity in made:
        if entity.kind == "entity-child":
            entity.parent = _parent(context, entity, made)
    made = [entity for entity in made if entity.kind != "entity-child" or _has_parent(context, entity)]
    made.sort(key=lambda entity: entity.kind == "entity-child")
    for entity in made:
        context.name_table(entity)
    for entity in made:
        if entity.parent is None:
            _fill(context, entity, made)
        else:
            _share(context, entity, entity.parent)
    return made


def _entity(arguments: Arguments) -> Entity:
    table = arguments.tables[0]
    entity = Entity(arguments.target, table.kind, table.location)
    entity.class_name = target_name(arguments.target)
    entity.given_name = table.name
    entity.schema = table.options.text("schema")
    entity.database = table.options.text("database")
    entity.comment = table.options.text("comment")
    entity.synchronize = table.options.flag("synchronize") is not False
    entity.materialized = bool(table.options.flag("materialized"))
    entity.expression = table.options.given("expression")
    if arguments.inheritance is not None:
        entity.inheritance = arguments.inheritance.pattern
    if arguments.tree is not None:
        options = arguments.tree.options
        entity.tree = Tree(
            arguments.tree.kind,
            options.text("closureTableName"),
            options.text("closureTableSchema"),
            options.given("ancestorColumnName"),
            options.given("descendantColumnName"),
        )
    return entity


def _parent(context: Context, child: Entity, made: Iterable[Entity]) -> Entity | None:
    lineage = context.storage.lineage(child.target)
    return next((entity for entity in made if entity.target in lineage and entity.inheritance == "STI"), None)


def _has_parent(context: Context, child: Entity) -> bool:
    if child.parent is None:
        hint = "Its base class needs @TableInheritance, and has to be among the entities."
        context.reader.remark(f"{child.class_name} is a child of no entity", child.location, hint)
    return child.parent is not None


# --- an entity with a table of its own -------------------------------------------------------------------------------


def _fill(context: Context, entity: Entity, made: Sequence[Entity]) -> None:
    children = [other for other in made if other.parent is entity]
    targets = _inheritance_tree(context, entity, children)
    of_children = {child.target for child in children}
    for embedded in context.storage.embeddeds(targets):
        _embed(context, entity, embedded, None, 0)
    for target, arguments in context.storage.columns(targets):
        made_column = column(context.driver, arguments)
        made_column.target = target
        if target in of_children:
            made_column.nullable = True
        elif target is not entity.target:
            _change_default(context, entity.target, made_column)
        entity.own_columns.append(context.name_column(made_column))
    if entity.inheritance == "STI":
        for each in (each for inside in entity.embeddeds for each in inside.columns):
            each.nullable = True
    _add_discriminator(context, entity)
    _add_tree_columns(context, entity)
    for target, wanted in context.storage.relations(targets):
        _add_relation(entity.own_relations, relation(context, entity, target, wanted, None))
    _add_keys(context, entity, targets)


def _inheritance_tree(context: Context, entity: Entity, children: Iterable[Entity]) -> list[Target]:
    """Bases first, then the entity, then the children that share its table."""
    targets = list(reversed(context.storage.lineage(entity.target)))
    kinds = {child.target for child in children}
    for child in children:
        line = [target for target in reversed(context.storage.lineage(child.target)) if target in kinds]
        targets += [target for target in line if target not in targets]
    return targets


def _change_default(context: Context, target: Target, made: Column) -> None:
    """A class that declares a base's property again changes nothing but its default, and that for good."""
    assert made.target is not None
    key = (made.target, made.property_name)
    own = (each for each in context.storage.of(target).columns if each.property_name == made.property_name)
    for given in (each.options.given("default") for each in own):
        if given is not None and not (isinstance(given, Constant) and not given.value):
            context.defaults[key] = given
        break
    if key in context.defaults:
        made.default, made.sql_default = context.defaults[key], None


def _embed(context: Context, entity: Entity, arguments: EmbeddedArguments, parent: Embedded | None, depth: int) -> None:
    """The columns of an embedded object, those of its bases included; `createEmbeddedsRecursively`."""
    value = context.reader.called(arguments.type)
    found = context.storage.add(value)
    if found is None or depth > _DEEPEST:
        what = f"the embedded type of {entity.class_name}.{arguments.property_name}"
        context.reader.unresolved(what, value, arguments.location, "Its columns are missing from the facts.")
        return
    embedded = Embedded(arguments.property_name, parent, arguments.prefix)
    targets = list(reversed(context.storage.lineage(found.target)))
    for target, each in context.storage.columns(targets):
        made = column(context.driver, each)
        made.target, made.embedded = target, embedded
        embedded.columns.append(context.name_column(made))
    entity.embeddeds.append(embedded)
    for target, wanted in context.storage.relations(targets):
        _add_relation(entity.embedded_relations, relation(context, entity, target, wanted, embedded))
    for target in targets:
        declared = context.storage.of(target)
        entity.indices += [_index(index, embedded) for index in declared.indices]
        entity.uniques += [_index(unique, embedded) for unique in declared.uniques]
    for inner in context.storage.embeddeds(targets):
        _embed(context, entity, inner, embedded, depth + 1)


def _add_relation(relations: list[Relation], made: Relation | None) -> None:
    if made is not None:
        relations.append(made)


def _virtual(context: Context, entity: Entity, name: str, type_: str) -> Column:
    made = Column(name, entity.location, mode="virtual")
    made.type, made.target, made.given_name = type_, entity.target, name
    return context.name_column(made)


def _add_discriminator(context: Context, entity: Entity) -> None:
    inheritance = context.storage.of(entity.target).inheritance
    if inheritance is None or inheritance.column is None:
        return
    name = inheritance.column.text("name") or "type"
    existing = next((each for each in entity.own_columns if each.property_name == name), None)
    if existing is None:
        given = inheritance.column.given("type")
        type_ = given.value if isinstance(given, Constant) and isinstance(given.value, str) else ""
        existing = _virtual(context, entity, name, type_ or "String")
        existing.length = inheritance.column.text("length") or ""
        existing.enum = inheritance.column.choices("enum")
        existing.enum_name = inheritance.column.text("enumName")
        existing.nullable = bool(inheritance.column.flag("nullable"))
        existing.default = inheritance.column.given("default")
        entity.own_columns.append(existing)
    existing.discriminator = True


def _add_tree_columns(context: Context, entity: Entity) -> None:
    kind = entity.tree.kind if entity.tree is not None else ""
    if kind == "materialized-path":
        path = _virtual(context, entity, "mpath", "String")
        path.nullable, path.default = True, Constant("")
        entity.own_columns.append(path)
    elif kind == "nested-set":
        for name, start in (("nsleft", 1), ("nsright", 2)):
            side = _virtual(context, entity, name, "Number")
            side.default = Constant(start)
            entity.own_columns.append(side)


# --- keys ------------------------------------------------------------------------------------------------------------


def _add_keys(context: Context, entity: Entity, targets: Iterable[Target]) -> None:
    """What all classes of the tree say of checks, indexes and unique constraints."""
    for target in targets:
        declared = context.storage.of(target)
        entity.checks += declared.checks
        if context.driver.dialect == "postgresql":
            entity.exclusions += declared.exclusions
        indices = [_index(index, None) for index in declared.indices]
        as_uniques = [index for index in indices if index.unique and context.driver.dialect == "cockroachdb"]
        entity.indices += [index for index in indices if index not in as_uniques]
        uniques = [*as_uniques, *(_index(unique, None) for unique in declared.uniques)]
        if context.driver.uniques_are_indexes:
            entity.indices += [unique._replace(unique=True) for unique in uniques]
        else:
            entity.uniques += uniques


def _index(index: IndexArguments, embedded: Embedded | None) -> IndexOf:
    return IndexOf(
        index.name,
        index.properties,
        index.location,
        unique=index.unique,
        where=index.where,
        spatial=index.spatial,
        fulltext=index.fulltext,
        parser=index.parser,
        synchronize=index.synchronize,
        embedded=embedded,
    )


# --- a child that shares its parent's table --------------------------------------------------------------------------


def _share(context: Context, child: Entity, parent: Entity) -> None:
    targets = list(reversed(context.storage.lineage(child.target)))
    names = {each.property_name for _, each in context.storage.columns(targets)}
    child.own_columns = list(_shared(parent, names))
    child.embeddeds = parent.embeddeds
    relations = {each.property_name for _, each in context.storage.relations(targets)}
    child.own_relations = [each for each in parent.own_relations if each.property_name in relations]


def _shared(parent: Entity, names: set[str]) -> Iterator[Column]:
    return (each for each in parent.own_columns if each.property_name in names or each.discriminator)
