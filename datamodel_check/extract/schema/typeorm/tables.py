"""Entities → tables and views: what TypeORM's schema builder would create.

Sources: typeorm/src/schema-builder/RdbmsSchemaBuilder.ts, util/TableUtils.ts, and the `create…Sql` of
src/driver/*/…QueryRunner.ts.
"""

import re
from collections.abc import Iterable, Sequence

from datamodel_check.extract.schema.typeorm.context import Context
from datamodel_check.extract.schema.typeorm.keys import (
    checks,
    exclusions,
    foreign_keys,
    indexes,
    primary_key_name,
    single_columns,
    uniques,
)
from datamodel_check.extract.schema.typeorm.metadata import Column as Metadata
from datamodel_check.extract.schema.typeorm.metadata import Entity
from datamodel_check.model import javascript
from datamodel_check.model.schema import (
    Column,
    Enum,
    ForeignKey,
    Generated,
    Identity,
    Reference,
    Table,
    View,
    qualified,
)
from datamodel_check.model.values import Application, Closure, Constant, Unresolved, Value


def schema_of(context: Context, entity: Entity) -> str | None:
    """The schema where it is none that goes without saying; MySQL has databases in its place."""
    if not context.driver.knows_schemas:
        return entity.database if context.driver.dialect == "mysql" else None
    return None if entity.schema == context.driver.default_schema else entity.schema


def key_of(context: Context, entity: Entity) -> str:
    return qualified(schema_of(context, entity), entity.name)


def table(context: Context, entity: Entity) -> Table:
    keys = foreign_keys(context, entity, lambda other: key_of(context, other))
    unique = single_columns(context, entity)
    columns = tuple(
        _column(context, entity, column, keys, unique=column.name in unique)
        for column in _distinct(entity.columns)
        if column.mode != "virtual-property"
    )
    primary = tuple(column.name for column in columns if column.primary_key)
    if not primary:
        hint = "TypeORM refuses such an entity; if something else declares its key, that is missing from the facts."
        context.reader.remark(f"{entity.class_name or entity.name} has no primary column", entity.location, hint)
    return Table(
        schema=schema_of(context, entity),
        name=entity.name,
        code_name=entity.class_name or entity.name,
        location=entity.location,
        columns=columns,
        primary_key=primary,
        primary_key_name=primary_key_name(context, entity),
        uniques=uniques(context, entity),
        indexes=(*indexes(context, entity), *exclusions(context, entity)),
        foreign_keys=keys,
        checks=checks(context, entity),
        comment=entity.comment,
    )


def view(context: Context, entity: Entity) -> View:
    columns = tuple(_column(context, entity, column, (), unique=False) for column in _distinct(entity.columns))
    return View(
        schema=schema_of(context, entity),
        name=entity.name,
        code_name=entity.class_name,
        location=entity.location,
        columns=columns,
        definition=_definition(context, entity),
        materialized=entity.materialized,
    )


def enums(context: Context, entities: Iterable[Entity]) -> tuple[Enum, ...]:
    """The types that are created for columns; columns may share one."""
    found: dict[str, Enum] = {}
    for entity in entities:
        for column in entity.columns:
            name = _enum_name(context, entity, column)
            if name is not None:
                made = Enum(schema_of(context, entity), name, name, column.enum, column.location)
                found.setdefault(made.key, made)
    return tuple(sorted(found.values(), key=lambda enum: enum.key))


def _distinct(columns: Iterable[Metadata]) -> Sequence[Metadata]:
    """A name stands once: `OrmUtils.uniq` of a table's columns."""
    return list({column.name: column for column in reversed(list(columns))}.values())[::-1]


def _enum_name(context: Context, entity: Entity, column: Metadata) -> str | None:
    """`buildEnumName`."""
    if not context.driver.enums_are_types or context.driver.normal_type(column) != "enum":
        return None
    return column.enum_name or f"{entity.name}_{column.name.lower()}_enum"


# --- columns ---------------------------------------------------------------------------------------------------------


def _column(context: Context, entity: Entity, column: Metadata, keys: Sequence[ForeignKey], *, unique: bool) -> Column:
    driver = context.driver
    enum = _enum_name(context, entity, column)
    _report_doubt(context, entity, column)
    default = _default(context, entity, column)
    by_client = column.mode == "version" or (column.generation == "uuid" and driver.uuid_in_database is None)
    return Column(
        name=column.name,
        code_name=column.path,
        type=driver.full_type(column) if enum is None else enum + ("[]" if column.array else ""),
        nullable=column.nullable and not column.primary,
        location=column.location,
        primary_key=column.primary,
        unique=unique,
        has_default=default is not None or column.expression is not None or _is_numbered(context, column),
        default=default,
        client_default=by_client or (column.mode == "objectId"),
        autoincrement=column.generation == "increment" and driver.dialect != "postgresql",
        generated=None if column.expression is None else Generated(column.expression, column.stored),
        identity=_identity(context, column),
        enum=None if enum is None else qualified(schema_of(context, entity), enum),
        allowed_values=column.enum if enum is None and driver.dialect not in {"mysql", "mongodb"} else (),
        comment=column.comment,
        references=_reference(keys, column.name),
        on_update=column.on_update.lower() if column.on_update and driver.dialect == "mysql" else None,
    )


def _report_doubt(context: Context, entity: Entity, column: Metadata) -> None:
    if column.doubt is not None and column.mode not in {"version", "treeLevel"}:
        label = f"{entity.class_name}.{column.path}"
        message = column.doubt.message.format(label)
        context.reader.doubted(message, column.doubt.value, column.location, "Say it: `@Column({ type: … })`.")


def _is_numbered(context: Context, column: Metadata) -> bool:
    """Whether the database numbers the rows, other than by a type (`serial`) or on its own account (SQLite)."""
    by_type = context.driver.dialect in {"postgresql", "sqlite"}
    return column.generation in {"identity", "rowid"} or (column.generation == "increment" and not by_type)


def _identity(context: Context, column: Metadata) -> Identity | None:
    numbered = column.generation == "identity" and context.driver.dialect == "postgresql"
    return Identity(column.identity_always) if numbered else None


def _reference(keys: Iterable[ForeignKey], name: str) -> Reference | None:
    for key in keys:
        if key.columns == (name,):
            return Reference(key.table, key.ref_columns[0]) if key.ref_columns else None
    return None


# --- defaults --------------------------------------------------------------------------------------------------------


def _default(context: Context, entity: Entity, column: Metadata) -> str | None:
    driver = context.driver
    if column.expression is not None or driver.dialect == "mongodb":
        return None
    if column.sql_default is not None:
        return driver.function_default(column.sql_default)
    value = column.default
    if value is None or (isinstance(value, Constant) and value.value is None):
        if column.generation == "uuid" and driver.uuid_in_database is not None:
            return context.uuid or driver.uuid_in_database
        return driver.row_identifier if column.generation == "rowid" else None
    return _given(context, f"{entity.class_name}.{column.path}", column, value)


def _given(context: Context, label: str, column: Metadata, value: Value) -> str | None:
    if isinstance(value, Closure):
        returned = context.reader.called(value)
        if isinstance(returned, Constant):
            if returned.value is None:
                return None
            sql = javascript.text(returned)
            return context.driver.function_default(sql) if isinstance(returned.value, str) else sql
        value = returned
    elif not isinstance(value, Application | Unresolved):
        text = context.driver.default(column, value)
        if text is not None:
            return text
    context.reader.unresolved(f"the default of {label}", value, column.location)
    return context.reader.program.describe(value)


# --- views -----------------------------------------------------------------------------------------------------------


def _definition(context: Context, entity: Entity) -> str | None:
    """The SQL, white space made one; a query builder's query is not put together."""
    value = entity.expression
    if value is None:
        return None
    if isinstance(value, Constant) and isinstance(value.value, str):
        return re.sub(r"\s+", " ", value.value).strip()
    hint = "Write the view's expression as SQL."
    context.reader.unresolved(f"the query of the view {entity.name}", value, entity.location, hint)
    return context.reader.program.describe(value)
