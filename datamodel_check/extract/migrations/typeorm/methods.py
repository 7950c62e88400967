"""The methods of the query runner that change tables, as statements: typeorm/src/query-runner/QueryRunner.ts."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from datamodel_check.extract.migrations.typeorm import columns, objects
from datamodel_check.extract.migrations.typeorm.columns import Made
from datamodel_check.extract.migrations.typeorm.objects import Context, all_options, name_of, object_name, options
from datamodel_check.extract.schema.typeorm.options import Options
from datamodel_check.extract.schema.typeorm.reader import truth
from datamodel_check.extract.symbols import argument, string
from datamodel_check.model.sql import (
    AddColumn,
    AddConstraint,
    AlterTable,
    Comment,
    ConstraintDefinition,
    Content,
    CreateIndex,
    CreateSchema,
    CreateTable,
    DropColumn,
    DropConstraint,
    DropIndex,
    DropSchema,
    DropTable,
    DropType,
    ModifyColumn,
    PassedOver,
    PrimaryKey,
    RenameColumn,
    RenameTable,
    RenameType,
    TableAction,
    UniqueKey,
)
from datamodel_check.model.values import Application, ListValue, Value


class Perhaps(NamedTuple):
    """What the query runner does where it can be done: it looks before."""

    content: Content


Arguments: TypeAlias = tuple[Value, ...]
Done: TypeAlias = Iterator[Content | Perhaps]
Method: TypeAlias = Callable[[Context, Arguments], Done]


def contents(context: Context, method: str, call: Application) -> tuple[Content | Perhaps, ...] | None:
    """What a call does; None where it changes no table. What is not known is told to the context's reader."""
    if method in _SILENT:
        return None
    if method not in _METHODS:
        context.reader.remark(f"what .{method}() does to the database is not known", context.place)
        return ()
    return tuple(_METHODS[method](context, call.arguments))


def subject(call: Application) -> str | None:
    """The table that a call is about, as far as it says so."""
    name = name_of(argument(call.arguments, 0))
    return None if name is None else object_name(name).name


# --- tables ----------------------------------------------------------------------------------------------------------


def _create_table(context: Context, arguments: Arguments) -> Done:
    given = options(context, argument(arguments, 0), "the table")
    if given is None:
        return
    table = given.text("name") or ""
    name = object_name(table, given.text("schema"))
    own = [
        made
        for each in all_options(context, given.given("columns"), "column")
        if (made := columns.made(context, table, each)) is not None
    ]
    yield from dict.fromkeys(Perhaps(each.enum) for each in own if each.enum is not None)
    yield CreateTable(
        name,
        tuple(each.column for each in own),
        tuple(_constraints(context, table, given, own)),
        if_not_exists=truth(argument(arguments, 1)) is True,
        comment=given.text("comment"),
        without_rowid=bool(given.flag("withoutRowid")),
    )
    for each in all_options(context, given.given("indices"), "index"):
        yield CreateIndex(name, objects.index(context, table, each))


def _constraints(context: Context, table: str, given: Options, own: list[Made]) -> Iterator[ConstraintDefinition]:
    primary = [each for each in own if each.primary]
    if primary and not (context.dialect == "sqlite" and any(each.column.autoincrement for each in primary)):
        yield _primary_key(context, table, primary)
    elif primary:
        yield PrimaryKey(None, tuple(each.name for each in primary))
    uniques = [objects.unique(context, table, each) for each in all_options(context, given.given("uniques"), "unique")]
    yield from uniques
    named = {each.columns for each in uniques}
    yield from (_unique(context, table, each) for each in own if each.unique and (each.name,) not in named)
    for each in all_options(context, given.given("checks"), "check"):
        check = objects.check(context, table, each)
        if check is not None:
            yield check
    for each in all_options(context, given.given("foreignKeys"), "foreign key"):
        yield objects.foreign_key(context, table, each)


def _primary_key(context: Context, table: str, primary: list[Made]) -> PrimaryKey:
    names = tuple(each.name for each in primary)
    given = next((each.primary_key_name for each in primary if each.primary_key_name), None)
    return PrimaryKey(given or context.names.primary_key(table, names), names)


def _unique(context: Context, table: str, column: Made) -> UniqueKey:
    return UniqueKey(context.names.unique(table, [column.name]), (column.name,))


def _drop_table(context: Context, arguments: Arguments) -> Done:
    table = _table(context, arguments)
    if table is not None:
        yield DropTable((object_name(table),), if_exists=truth(argument(arguments, 1)) is True)


def _rename_table(context: Context, arguments: Arguments) -> Done:
    table, to = _table(context, arguments), string(argument(arguments, 1))
    if to is None:
        context.reader.unresolved("the new name of the table", argument(arguments, 1), context.place)
    elif table is not None:
        yield RenameTable(object_name(table), object_name(to, object_name(table).schema))


def _change_comment(context: Context, arguments: Arguments) -> Done:
    table = _table(context, arguments)
    if table is not None:
        yield Comment(object_name(table), None, string(argument(arguments, 1)))


def _table(context: Context, arguments: Arguments) -> str | None:
    """The first argument: a table, or its name."""
    name = name_of(argument(arguments, 0))
    if name is None:
        context.reader.unresolved("the name of the table", argument(arguments, 0), context.place)
    return name


# --- columns ---------------------------------------------------------------------------------------------------------


def _add_column(context: Context, arguments: Arguments) -> Done:
    table = _table(context, arguments)
    given = options(context, argument(arguments, 1), "the column")
    if table is not None and given is not None:
        yield from _added(context, table, given)


def _add_columns(context: Context, arguments: Arguments) -> Done:
    table = _table(context, arguments)
    for given in all_options(context, argument(arguments, 1), "column"):
        if table is not None:
            yield from _added(context, table, given)


def _added(context: Context, table: str, given: Options) -> Done:
    column = columns.made(context, table, given)
    if column is None:
        return
    if column.enum is not None:
        yield Perhaps(column.enum)
    yield _altered(table, AddColumn(column.column))
    if column.primary:
        yield _altered(table, AddConstraint(_primary_key(context, table, [column])))
    if column.unique:
        yield _altered(table, AddConstraint(_unique(context, table, column)))


def _change_column(context: Context, arguments: Arguments) -> Done:
    table, old = _table(context, arguments), name_of(argument(arguments, 1))
    given = options(context, argument(arguments, 2), "the column")
    if old is None:
        context.reader.unresolved("the name of the column", argument(arguments, 1), context.place)
    elif table is not None and given is not None:
        yield from _changed(context, table, old, given)


def _changed(context: Context, table: str, old: str, given: Options) -> Done:
    column = columns.made(context, table, given)
    if column is None:
        return
    old_type = column.enum and column.enum.name._replace(name=f"{column.enum.name.name}_old")
    if column.enum is not None and old_type is not None:
        yield Perhaps(RenameType(column.enum.name, old_type.name))
        yield column.enum
    yield _altered(table, ModifyColumn(old, column.column))
    if old_type is not None:
        yield Perhaps(DropType((old_type,), if_exists=True))
    yield _altered(table, DropConstraint(context.names.unique(table, [column.name]), if_exists=True))
    if column.unique:
        yield _altered(table, AddConstraint(_unique(context, table, column)))


def _rename_column(context: Context, arguments: Arguments) -> Done:
    table, old = _table(context, arguments), name_of(argument(arguments, 1))
    to = string(argument(arguments, 2))
    if to is None:
        yield from _change_column(context, arguments)
    elif old is None:
        context.reader.unresolved("the name of the column", argument(arguments, 1), context.place)
    elif table is not None:
        yield _altered(table, RenameColumn(old, to))


def _drop_column(context: Context, arguments: Arguments) -> Done:
    table = _table(context, arguments)
    if table is not None:
        yield from _dropped(context, table, argument(arguments, 1))


def _drop_columns(context: Context, arguments: Arguments) -> Done:
    table, given = _table(context, arguments), argument(arguments, 1)
    if not isinstance(given, ListValue) or given.open:
        context.reader.unresolved("the names of the columns", given, context.place)
    elif table is not None:
        for each in given.items:
            yield from _dropped(context, table, each)


def _dropped(context: Context, table: str, given: Value | None) -> Done:
    name = name_of(given)
    if name is None:
        context.reader.unresolved("the name of the column", given, context.place)
        return
    yield _altered(table, DropColumn(name))
    if context.dialect == "postgresql":
        yield Perhaps(DropType((columns.enum_name(table, name, None),), if_exists=True))


def _altered(table: str, action: TableAction) -> AlterTable:
    return AlterTable(object_name(table), (action,))


# --- keys ------------------------------------------------------------------------------------------------------------


def _create_primary_key(context: Context, arguments: Arguments) -> Done:
    table, given = _table(context, arguments), argument(arguments, 1)
    items = [string(each) for each in given.items] if isinstance(given, ListValue) and not given.open else [None]
    names = [each for each in items if each is not None]
    if len(names) < len(items):
        context.reader.unresolved("the columns of the primary key", given, context.place)
    elif table is not None:
        name = string(argument(arguments, 2)) or context.names.primary_key(table, names)
        yield _altered(table, AddConstraint(PrimaryKey(name, tuple(names))))


def _drop_primary_key(context: Context, arguments: Arguments) -> Done:
    table = _table(context, arguments)
    if table is not None:
        yield _altered(table, DropConstraint(None, kind="primary key"))


Reads: TypeAlias = Callable[[Context, str, Options], ConstraintDefinition | None]


def _creates(read: Reads, what: str) -> Method:
    """`createForeignKey(table, one)`, `createForeignKeys(table, [several])`."""

    def method(context: Context, arguments: Arguments) -> Done:
        table = _table(context, arguments)
        for given in _each(context, argument(arguments, 1), what):
            constraint = read(context, table, given) if table is not None else None
            if table is not None and constraint is not None:
                yield _altered(table, AddConstraint(constraint))

    return method


def _each(context: Context, value: Value | None, what: str) -> Iterator[Options]:
    if isinstance(value, ListValue):
        yield from all_options(context, value, what)
    else:
        given = options(context, value, f"the {what}")
        if given is not None:
            yield given


def _drops(read: Reads, what: str) -> Method:
    """`dropForeignKey(table, one or its name)`, `dropForeignKeys(table, [several])`."""

    def method(context: Context, arguments: Arguments) -> Done:
        table, value = _table(context, arguments), argument(arguments, 1)
        for each in value.items if isinstance(value, ListValue) else (value,):
            if table is not None:
                name = _constraint_name(context, table, each, read, what)
                if name is not None:
                    yield _altered(table, DropConstraint(name))

    return method


def _constraint_name(context: Context, table: str, value: Value | None, read: Reads, what: str) -> str | None:
    if string(value) is not None:
        return string(value)
    given = options(context, value, f"the {what}")
    constraint = read(context, table, given) if given is not None else None
    return None if constraint is None else constraint.name


def _create_index(context: Context, arguments: Arguments) -> Done:
    table = _table(context, arguments)
    for given in _each(context, argument(arguments, 1), "index"):
        if table is not None:
            yield CreateIndex(object_name(table), objects.index(context, table, given))


def _drop_index(context: Context, arguments: Arguments) -> Done:
    table, value = _table(context, arguments), argument(arguments, 1)
    for each in value.items if isinstance(value, ListValue) else (value,):
        name = string(each)
        if name is None and table is not None:
            given = options(context, each, "the index")
            name = objects.index(context, table, given).name if given is not None else None
        if name is not None and table is not None:
            owner = object_name(table)
            yield DropIndex((object_name(name, owner.schema),), owner if context.dialect == "mysql" else None)


# --- all that is not a table -----------------------------------------------------------------------------------------


def _create_schema(context: Context, arguments: Arguments) -> Done:
    name = _table(context, arguments)
    if name is not None:
        yield CreateSchema(object_name(name).name)


def _drop_schema(context: Context, arguments: Arguments) -> Done:
    name = _table(context, arguments)
    if name is not None:
        yield DropSchema((object_name(name).name,))


def _clear_table(context: Context, arguments: Arguments) -> Done:
    name = _table(context, arguments)
    if name is not None:
        yield PassedOver("truncate", object_name(name))


_METHODS: Mapping[str, Method] = {
    "addColumn": _add_column,
    "addColumns": _add_columns,
    "changeColumn": _change_column,
    "changeTableComment": _change_comment,
    "clearTable": _clear_table,
    "createCheckConstraint": _creates(objects.check, "check"),
    "createCheckConstraints": _creates(objects.check, "check"),
    "createExclusionConstraint": _creates(objects.exclusion, "exclusion"),
    "createExclusionConstraints": _creates(objects.exclusion, "exclusion"),
    "createForeignKey": _creates(objects.foreign_key, "foreign key"),
    "createForeignKeys": _creates(objects.foreign_key, "foreign key"),
    "createIndex": _create_index,
    "createIndices": _create_index,
    "createPrimaryKey": _create_primary_key,
    "createSchema": _create_schema,
    "createTable": _create_table,
    "createUniqueConstraint": _creates(objects.unique, "unique"),
    "createUniqueConstraints": _creates(objects.unique, "unique"),
    "dropCheckConstraint": _drops(objects.check, "check"),
    "dropCheckConstraints": _drops(objects.check, "check"),
    "dropColumn": _drop_column,
    "dropColumns": _drop_columns,
    "dropForeignKey": _drops(objects.foreign_key, "foreign key"),
    "dropForeignKeys": _drops(objects.foreign_key, "foreign key"),
    "dropIndex": _drop_index,
    "dropIndices": _drop_index,
    "dropPrimaryKey": _drop_primary_key,
    "dropSchema": _drop_schema,
    "dropTable": _drop_table,
    "dropUniqueConstraint": _drops(objects.unique, "unique"),
    "dropUniqueConstraints": _drops(objects.unique, "unique"),
    "renameColumn": _rename_column,
    "renameTable": _rename_table,
}

_SILENT = frozenset(
    {
        "afterMigration",
        "beforeMigration",
        "clearSqlMemory",
        "commitTransaction",
        "connect",
        "createDatabase",
        "disableSqlMemory",
        "enableSqlMemory",
        "getCurrentDatabase",
        "getCurrentSchema",
        "getDatabases",
        "getMemorySql",
        "getReplicationMode",
        "getSchemas",
        "getTable",
        "getTables",
        "getView",
        "getViews",
        "hasColumn",
        "hasDatabase",
        "hasSchema",
        "hasTable",
        "release",
        "rollbackTransaction",
        "startTransaction",
        "stream",
    }
)
"""What asks, or says how statements are run."""
