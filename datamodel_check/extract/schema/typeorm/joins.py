"""Join columns, junction tables and closure tables: what relations add to entities.

Sources: typeorm/src/metadata-builder/RelationJoinColumnBuilder.ts, JunctionEntityMetadataBuilder.ts,
ClosureJunctionEntityMetadataBuilder.ts.
"""

from collections.abc import Callable, Sequence

from datamodel_check.extract.schema.typeorm.arguments import JoinTableArguments
from datamodel_check.extract.schema.typeorm.context import Context
from datamodel_check.extract.schema.typeorm.metadata import (
    Column,
    Entity,
    ForeignKeyOf,
    IndexOf,
    JoinColumn,
    Relation,
)
from datamodel_check.extract.symbols import string
from datamodel_check.model.values import Closure, Constant, ObjectValue, Value


def join(context: Context, entity: Entity, relation: Relation, entities: Sequence[Entity]) -> None:
    """The join columns of a relation to one, with their foreign key; one-to-one also makes them unique."""
    wanted = context.storage.of(relation.target).join_columns.get(relation.property_name, []) if relation.target else []
    if relation.other is None or (relation.kind == "one-to-one" and not wanted):
        return
    referenced = _referenced(context, relation, wanted, relation.other, relation.other.own_columns)
    columns = [_join_column(context, entity, relation, wanted, each, entities) for each in referenced]
    relation.join_columns = columns
    if not referenced or not relation.constrained:
        return
    name = wanted[0].foreign_key_name if wanted else None
    entity.foreign_keys.append(
        ForeignKeyOf(name, tuple(columns), relation.other, tuple(referenced), relation.on_delete, relation.on_update)
    )
    if relation.kind == "one-to-one" and not all(column.primary for column in columns):
        _make_unique(context, entity, relation, columns)
    if context.driver.dialect == "cockroachdb":
        entity.indices.append(IndexOf(None, (), relation.location, tuple(columns)))


def _make_unique(context: Context, entity: Entity, relation: Relation, columns: Sequence[Column]) -> None:
    name = context.naming.relation(entity.name, [column.name for column in columns])
    unique = IndexOf(name, (), relation.location, tuple(columns), unique=True)
    if context.driver.dialect == "sqlserver":
        where = " AND ".join(f'"{column.name}" IS NOT NULL' for column in columns)
        entity.indices.append(unique._replace(where=where))
    elif context.driver.uniques_are_indexes:
        entity.indices.append(unique)
    else:
        entity.uniques.append(unique)


def _referenced(
    context: Context, relation: Relation, wanted: Sequence[JoinColumn], other: Entity, columns: Sequence[Column]
) -> list[Column]:
    """The columns that join columns refer to: the primary ones, where none is named."""
    if not any(each.referenced for each in wanted):
        return list(other.primary_columns)
    found: list[Column] = []
    for each in wanted:
        column = next((column for column in columns if column.property_name == each.referenced), None)
        if column is None:
            what = f"the column {each.referenced} of {other.class_name}, to which {relation.path} refers,"
            context.reader.unresolved(what, None, relation.location)
        else:
            found.append(column)
    return found


def _join_column(
    context: Context,
    entity: Entity,
    relation: Relation,
    wanted: Sequence[JoinColumn],
    referenced: Column,
    entities: Sequence[Entity],
) -> Column:
    """The column that is declared beside the relation under the same name, else one that is made for it."""
    given = _given_name(wanted, referenced)
    name = given or context.naming.join_column(relation.property_name, referenced.property_name)
    candidates = entity.own_columns if relation.embedded is None else relation.embedded.columns
    column = next((each for each in candidates if each.unprefixed_name == name), None)
    if column is None:
        column = _like(context, referenced, relation.property_name, name, relation)
        column.embedded, column.nullable, column.comment = relation.embedded, relation.nullable, referenced.comment
        context.name_column(column)
        entity.own_columns.append(column)
        for child in entities:
            if child.parent is entity:
                child.own_columns.append(column)
    elif column.referenced is not None:
        column = column.copy()
    column.referenced = referenced
    column.type, column.doubt = referenced.type, referenced.doubt
    return column


def _given_name(wanted: Sequence[JoinColumn] | None, referenced: Column) -> str | None:
    for each in wanted or ():
        if each.name and (not each.referenced or each.referenced == referenced.property_name):
            return each.name
    return None


def _like(context: Context, referenced: Column, property_name: str, name: str, relation: Relation) -> Column:
    """A column that can hold what another one holds."""
    made = Column(property_name, relation.location, mode="virtual")
    made.given_name, made.referenced, made.type = name, referenced, referenced.type
    made.length, made.width = referenced.length, referenced.width
    made.precision, made.scale = referenced.precision, referenced.scale
    made.zerofill, made.unsigned = referenced.zerofill, referenced.unsigned
    made.enum, made.enum_name = referenced.enum, referenced.enum_name
    if context.driver.dialect == "mysql" and not made.length and made.type == "uuid":
        made.length = "36"
    return made


# --- many to many ----------------------------------------------------------------------------------------------------


def junction(context: Context, entity: Entity, relation: Relation) -> Entity | None:
    """The table between both sides; None for the side that does not own it."""
    tables = context.storage.of(relation.target).join_tables if relation.target else {}
    table = tables.get(relation.property_name)
    if table is None or relation.other is None:
        return None
    made = _junction_table(context, entity, relation, relation.other, table)
    naming, other = context.naming, relation.other
    own = _junction_side(context, relation, table.join_columns, entity, naming.join_table_column)
    others = _junction_side(context, relation, table.inverse_join_columns, other, naming.inverse_join_table_column)
    _tell_apart(own, others)
    made.own_columns = [context.name_column(column) for column in (*own, *others)]
    relation.join_columns, relation.junction = own, made
    if relation.constrained:
        _junction_keys(made, relation, relation.other, entity, own, others)
    made.indices = [IndexOf(None, (), relation.location, tuple(side)) for side in (own, others)]
    return made


def _junction_table(
    context: Context, entity: Entity, relation: Relation, other: Entity, table: JoinTableArguments
) -> Entity:
    naming = context.naming
    inverse = relation.inverse.property_name if relation.inverse is not None else ""
    name = naming.join_table(entity.name_without_prefix, other.name_without_prefix, relation.path, inverse)
    made = Entity("", "junction", relation.location)
    made.given_name = table.name or name
    made.schema = table.schema or entity.schema
    made.database = table.database or entity.database
    context.name_table(made)
    return made


def _junction_side(
    context: Context,
    relation: Relation,
    wanted: Sequence[JoinColumn] | None,
    side: Entity,
    named: Callable[[str, str, str | None], str],
) -> list[Column]:
    made: list[Column] = []
    for referenced in _referenced(context, relation, wanted or (), side, side.columns):
        default = named(side.name_without_prefix, referenced.property_name, referenced.name)
        name = _given_name(wanted, referenced) or default
        column = _like(context, referenced, name, name, relation)
        column.primary = column.in_junction = True
        column.foreign_key_name = next((each.foreign_key_name for each in wanted or () if each.name == name), None)
        made.append(column)
    return made


def _tell_apart(own: Sequence[Column], others: Sequence[Column]) -> None:
    """Columns of both sides that would have one name."""
    for column in own:
        for other in others:
            if column.given_name == other.given_name:
                column.property_name = column.given_name = f"{column.property_name}_1"
                other.property_name = other.given_name = f"{other.property_name}_2"


def _junction_keys(
    made: Entity, relation: Relation, other: Entity, entity: Entity, own: list[Column], others: list[Column]
) -> None:
    inverse = relation.inverse
    back = ("CASCADE", "CASCADE") if inverse is None else (inverse.on_delete, inverse.on_update)
    rules = (relation.on_delete or "CASCADE", relation.on_update or "CASCADE")
    for columns, to, (on_delete, on_update) in ((own, entity, rules), (others, other, back)):
        referenced = tuple(column.referenced for column in columns if column.referenced is not None)
        name = columns[0].foreign_key_name if columns else None
        made.foreign_keys.append(ForeignKeyOf(name, tuple(columns), to, referenced, on_delete, on_update))


# --- trees -----------------------------------------------------------------------------------------------------------


def closure(context: Context, entity: Entity) -> Entity | None:
    """The table that holds every pair of ancestor and descendant."""
    tree = entity.tree
    if tree is None or tree.kind != "closure-table":
        return None
    made = Entity("", "closure-junction", entity.location)
    made.given_name = tree.closure_table or entity.name_without_prefix
    made.schema = tree.closure_schema or entity.schema
    made.database = entity.database
    context.name_table(made)
    for primary in entity.primary_columns:
        for given, side in ((tree.ancestor, "ancestor"), (tree.descendant, "descendant")):
            name = _closure_name(context, given, primary) or f"{primary.property_name}_{side}"
            column = Column(name, entity.location, mode="virtual")
            column.primary = column.in_junction = True
            column.referenced, column.type = primary, primary.type
            column.length, column.width = primary.length, primary.width
            column.precision, column.scale = primary.precision, primary.scale
            column.unsigned, column.zerofill = primary.unsigned, primary.zerofill
            made.own_columns.append(context.name_column(column))
    made.indices = [IndexOf(None, (), entity.location, (column,)) for column in made.own_columns[:2]]
    on_delete = "NO ACTION" if context.driver.dialect == "sqlserver" else "CASCADE"
    made.foreign_keys = [
        ForeignKeyOf(None, (column,), entity, tuple(entity.primary_columns), on_delete, None)
        for column in made.own_columns[:2]
    ]
    if any(column.mode == "treeLevel" for column in entity.columns):
        level = Column("level", entity.location, mode="virtual")
        level.type = context.driver.tree_level
        made.own_columns.append(context.name_column(level))
    return made


def _closure_name(context: Context, given: Value | None, primary: Column) -> str | None:
    """`ancestorColumnName: (column) => "ancestor_" + column.propertyName`."""
    if not isinstance(given, Closure):
        return string(given)
    column = ObjectValue({"propertyName": Constant(primary.property_name), "databaseName": Constant(primary.name)})
    return string(context.reader.called(given, column))
