"""The keys, indexes and checks of an entity, with the names that TypeORM gives them."""

from collections.abc import Callable, Sequence

from datamodel_check.extract.schema.typeorm.context import Context
from datamodel_check.extract.schema.typeorm.metadata import Column, Entity, IndexOf
from datamodel_check.model.schema import Check, ForeignKey, Index, IndexColumn, Unique


def primary_key_name(context: Context, entity: Entity) -> str | None:
    """Named by TypeORM where the database keeps names of primary keys."""
    primary = entity.primary_columns
    if not primary:
        return None
    if primary[0].primary_key_name is not None:
        return primary[0].primary_key_name
    if not context.driver.keys_have_names:
        return None
    return context.naming.primary_key(entity.name, [column.name for column in primary])


def uniques(context: Context, entity: Entity) -> tuple[Unique, ...]:
    if context.driver.uniques_are_indexes:
        return ()
    found = {
        _unique_name(context, entity, unique, columns): tuple(column.name for column in columns)
        for unique in entity.uniques
        if (columns := _columns(context, entity, unique))
    }
    return tuple(Unique(name, columns) for name, columns in sorted(found.items()))


def indexes(context: Context, entity: Entity) -> tuple[Index, ...]:
    """Those that TypeORM creates; MySQL also has an index for every unique constraint."""
    found: dict[str, Index] = {}
    for index in entity.indices:
        columns = _columns(context, entity, index) if index.synchronize else []
        if columns:
            name = index.name or context.naming.index(entity.name, [column.name for column in columns], index.where)
            found[name] = _index(context, index, name, columns)
    for unique in entity.uniques if context.driver.uniques_are_indexes else ():
        columns = _columns(context, entity, unique)
        if columns:
            name = _unique_name(context, entity, unique, columns)
            found[name] = Index(name, tuple(IndexColumn(column.name) for column in columns), unique=True)
    return tuple(found[name] for name in sorted(found))


def exclusions(context: Context, entity: Entity) -> tuple[Index, ...]:
    """PostgreSQL's exclusion constraints, which an index enforces: the expression is their only part."""
    found: list[Index] = []
    for exclusion in entity.exclusions:
        name = exclusion.name or context.naming.exclusion(entity.name, exclusion.expression)
        part = IndexColumn(exclusion.expression, expression=True)
        found.append(Index(name, (part,), method="exclude"))
    return tuple(sorted(found, key=lambda index: index.name or ""))


def checks(context: Context, entity: Entity) -> tuple[Check, ...]:
    if context.driver.dialect in {"mysql", "mongodb"}:
        return ()  # RdbmsSchemaBuilder.createNewChecks leaves MySQL out
    found = [
        Check(check.name or context.naming.check(entity.name, check.expression), check.expression)
        for check in entity.checks
    ]
    if context.driver.dialect in {"sqlite", "sqlserver"}:
        found += [_enum_check(context, entity, column) for column in entity.columns if column.enum]
    return tuple(sorted(found, key=lambda check: (check.name or "", check.expression)))


def foreign_keys(context: Context, entity: Entity, key: Callable[[Entity], str]) -> tuple[ForeignKey, ...]:
    made: list[ForeignKey] = []
    for each in entity.foreign_keys:
        columns = tuple(column.name for column in each.columns)
        referenced = tuple(column.name for column in each.referenced)
        made.append(
            ForeignKey(
                each.name or context.naming.foreign_key(entity.name, columns, each.to.name, referenced),
                columns,
                key(each.to),
                referenced,
                on_delete=(each.on_delete or "no action").lower(),
                on_update=(each.on_update or "no action").lower(),
            )
        )
    distinct = {one.name: one for one in reversed(made)}
    return tuple(sorted(distinct.values(), key=lambda one: (one.columns, one.table, one.name or "")))


def single_columns(context: Context, entity: Entity) -> frozenset[str]:
    """The columns that are unique on their own, by a constraint or by an index of all rows."""
    as_indexes = [index for index in entity.indices if index.unique and not index.where]
    found = [_columns(context, entity, unique, report=False) for unique in (*entity.uniques, *as_indexes)]
    return frozenset(columns[0].name for columns in found if len(columns) == 1)


def _index(context: Context, index: IndexOf, name: str, columns: Sequence[Column]) -> Index:
    method = "fulltext" if index.fulltext else "spatial" if index.spatial else None
    if context.driver.dialect in {"postgresql", "cockroachdb"}:
        method = "gist" if index.spatial else None
    elif context.driver.dialect != "mysql":
        method = None
    partial = context.driver.dialect != "mysql"
    parts = tuple(IndexColumn(column.name) for column in columns)
    return Index(name, parts, unique=index.unique, method=method, where=index.where if partial else None)


def _unique_name(context: Context, entity: Entity, unique: IndexOf, columns: Sequence[Column]) -> str:
    return unique.name or context.naming.unique(entity.name, [column.name for column in columns])


def _enum_check(context: Context, entity: Entity, column: Column) -> Check:
    values = ("'" + value.replace("'", "''") + "'" for value in column.enum)
    expression = f'"{column.name}" IN ({",".join(values)})'
    named = context.driver.dialect == "sqlserver"
    return Check(context.naming.check(entity.name, expression, of_enum=True) if named else None, expression)


def _columns(context: Context, entity: Entity, index: IndexOf, *, report: bool = True) -> list[Column]:
    """The columns that properties stand for: a relation stands for its join columns."""
    if index.columns:
        return list(index.columns)
    found: list[Column] = []
    for name in index.properties:
        path = name if index.embedded is None else f"{index.embedded.path}.{name}"
        columns = _of_property(entity, path)
        if not columns and report:
            what = f"the property {path}, of which {entity.class_name} has an index,"
            context.reader.unresolved(what, None, index.location)
        found += columns
    return found


def _of_property(entity: Entity, path: str) -> list[Column]:
    for column in entity.columns:
        if column.path == path:
            return [column]
    relations = (each for each in entity.relations if each.property_name == path and each.kind != "many-to-many")
    return next((each.join_columns for each in relations), [])
