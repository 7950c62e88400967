"""The methods of the query interface, as SQL: sequelize/src/dialects/abstract/query-interface.js.

Each says what the query generator of the database makes of it, as text or as the statement that it means.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from datamodel_check.extract.migrations.sequelize import columns, keys
from datamodel_check.extract.migrations.sequelize.columns import Written
from datamodel_check.extract.migrations.sequelize.names import Context, table_name
from datamodel_check.extract.symbols import argument, entry, string, strings
from datamodel_check.model.sql import (
    AlterTable,
    Comment,
    Content,
    CreateSchema,
    CreateTable,
    DropColumn,
    DropConstraint,
    DropSchema,
    DropTable,
    DropType,
    ModifyColumn,
    ObjectName,
    RenameColumn,
    RenameTable,
    TableAction,
)
from datamodel_check.model.values import Application, ObjectValue, Value


class Perhaps(NamedTuple):
    """What is done where it can be done."""

    content: Content | str


Arguments: TypeAlias = tuple[Value, ...]
Done: TypeAlias = Iterator[Content | str | Perhaps]
Method: TypeAlias = Callable[[Context, ObjectName, Arguments], Done]


def contents(context: Context, method: str, call: Application) -> tuple[Content | str | Perhaps, ...]:
    """What a call does. What is not known is told to the context's reader."""
    if method in _SILENT:
        return ()
    if method not in _METHODS:
        context.reader.remark(f"what .{method}() does to the database is not known", context.place)
        return ()
    first = argument(call.arguments, 0)
    name = table_name(context, first)
    if name is None:
        context.reader.unresolved(f"the first argument of .{method}()", first, context.place)
        return ()
    return tuple(_METHODS[method](context, name, call.arguments))


def subject(call: Application) -> str | None:
    """The table that a call is about, as far as it says so."""
    first = argument(call.arguments, 0)
    return string(first) or string(entry(first, "tableName"))


# --- tables ----------------------------------------------------------------------------------------------------------


def _create_table(context: Context, table: ObjectName, arguments: Arguments) -> Done:
    given, options = argument(arguments, 1), argument(arguments, 2)
    table = table_name(context, argument(arguments, 0), string(entry(options, "schema"))) or table
    if not isinstance(given, ObjectValue):
        context.reader.unresolved(f"the columns of {table}", given, context.place)
        return
    context.reader.open(given, f"the columns of {table}", context.place)
    own = [columns.written(context, table, name, value) for name, value in given.entries.items()]
    known = [each for each in own if each is not None]
    yield from (Perhaps(each.enum) for each in known if each.enum is not None)
    yield f"CREATE TABLE IF NOT EXISTS {context.quoted(table)} ({', '.join(_parts(context, known, options))})"
    if context.dialect == "postgresql":
        comments = [(None, string(entry(options, "comment"))), *((each.name, each.comment) for each in known)]
        yield from (Comment(table, column, text) for column, text in comments if text)


def _parts(context: Context, own: list[Written], options: Value | None) -> Iterator[str]:
    primary = tuple(each.name for each in own if each.primary)
    inline = context.dialect == "sqlite" and len(primary) == 1
    for each in own:
        yield each.definition(context, key=inline, references=context.dialect != "mysql")
    unique_keys = entry(options, "uniqueKeys")
    for name, value in unique_keys.entries.items() if isinstance(unique_keys, ObjectValue) else ():
        named = f"CONSTRAINT {context.quoted(name)} " if context.dialect == "mysql" else ""
        yield f"{named}UNIQUE {context.list(strings(entry(value, 'fields')) or ())}"
    if primary and not inline:
        yield f"PRIMARY KEY {context.list(primary)}"
    if context.dialect == "mysql":
        referring = [each for each in own if each.references is not None]
        yield from (f"FOREIGN KEY {context.list((each.name,))} {each.references}" for each in referring)


def _drop_table(_context: Context, table: ObjectName, _arguments: Arguments) -> Done:
    yield DropTable((table,), if_exists=True)


def _rename_table(context: Context, table: ObjectName, arguments: Arguments) -> Done:
    to = table_name(context, argument(arguments, 1))
    if to is None:
        context.reader.unresolved(f"the new name of {table}", argument(arguments, 1), context.place)
    else:
        yield RenameTable(table, to)


# --- columns ---------------------------------------------------------------------------------------------------------


def _add_column(context: Context, table: ObjectName, arguments: Arguments) -> Done:
    column = _column(context, table, arguments)
    if column is None:
        return
    if column.enum is not None:
        yield Perhaps(column.enum)
    mysql = context.dialect == "mysql"
    parts = f"ADD COLUMN {column.definition(context, key=mysql, references=not mysql)}"
    if mysql and column.references is not None:
        name = context.quoted(f"{table.name}_{column.name}_foreign_idx")
        parts += f", ADD CONSTRAINT {name} FOREIGN KEY {context.list((column.name,))} {column.references}"
    yield f"ALTER TABLE {context.quoted(table)} {parts}"
    if column.comment and context.dialect == "postgresql":
        yield Comment(table, column.name, column.comment)


def _column(context: Context, table: ObjectName, arguments: Arguments) -> Written | None:
    name, given = _named(context, table, argument(arguments, 1)), argument(arguments, 2)
    if given is None:
        context.reader.unresolved(f"a column of {table}", given, context.place)
        return None
    return None if name is None else columns.written(context, table, name, given)


def _named(context: Context, table: ObjectName, value: Value | None) -> str | None:
    name = string(value)
    if name is None:
        context.reader.unresolved(f"the name of a column of {table}", value, context.place)
    return name


def _change_column(context: Context, table: ObjectName, arguments: Arguments) -> Done:
    column = _column(context, table, arguments)
    if column is None:
        return
    if context.dialect == "postgresql":
        yield from _changed_in_postgres(context, table, column)
    elif context.dialect == "mysql" and column.references is not None:
        foreign = f"FOREIGN KEY {context.list((column.name,))} {column.references}"
        yield f"ALTER TABLE {context.quoted(table)} ADD {foreign}"
    elif context.dialect == "mysql":
        change = f"CHANGE {context.quoted(column.name)} {column.definition(context, key=True)}"
        yield f"ALTER TABLE {context.quoted(table)} {change}"
    else:
        yield from _changed_anew(context, table, column)


def _changed_in_postgres(context: Context, table: ObjectName, column: Written) -> Done:
    """A column that refers to another one changes in nothing but what is said of it."""
    name, plain = context.quoted(column.name), column.references is None
    alter = f"ALTER TABLE {context.quoted(table)} "
    if column.not_null or plain:
        yield f"{alter}ALTER COLUMN {name} {'SET' if column.not_null else 'DROP'} NOT NULL"
    if column.default is not None:
        yield f"{alter}ALTER COLUMN {name} SET DEFAULT {column.default}"
    elif plain:
        yield f"{alter}ALTER COLUMN {name} DROP DEFAULT"
    if column.enum is not None:
        yield Perhaps(column.enum)
    if column.unique:
        yield f"{alter}ADD UNIQUE ({name})"
    if plain:
        yield f"{alter}ALTER COLUMN {name} TYPE {column.type}"
    else:
        yield f"{alter}ADD FOREIGN KEY ({name}) {column.references}"
    if column.comment:
        yield Comment(table, column.name, column.comment)


def _changed_anew(context: Context, table: ObjectName, column: Written) -> Done:
    """SQLite: the table is made anew."""
    script = context.reader.program.sql(f"CREATE TABLE t ({column.definition(context, references=True)})", "sqlite")
    for statement in script.statements:
        if isinstance(statement.content, CreateTable) and statement.content.columns:
            yield _altered(table, ModifyColumn(column.name, statement.content.columns[0]))


def _remove_column(context: Context, table: ObjectName, arguments: Arguments) -> Done:
    name = _named(context, table, argument(arguments, 1))
    if name is not None:
        yield _altered(table, DropColumn(name))


def _rename_column(context: Context, table: ObjectName, arguments: Arguments) -> Done:
    name, to = (_named(context, table, argument(arguments, at)) for at in (1, 2))
    if name is not None and to is not None:
        yield _altered(table, RenameColumn(name, to))


def _altered(table: ObjectName, action: TableAction) -> AlterTable:
    return AlterTable(table, (action,))


# --- keys ------------------------------------------------------------------------------------------------------------


def _add_index(context: Context, table: ObjectName, arguments: Arguments) -> Done:
    yield from keys.add_index(context, table, arguments)


def _remove_index(context: Context, table: ObjectName, arguments: Arguments) -> Done:
    yield from keys.remove_index(context, table, arguments)


def _add_constraint(context: Context, table: ObjectName, arguments: Arguments) -> Done:
    yield from keys.add_constraint(context, table, arguments)


def _remove_constraint(context: Context, table: ObjectName, arguments: Arguments) -> Done:
    name = string(argument(arguments, 1))
    if name is None:
        context.reader.unresolved(f"the name of a constraint of {table}", argument(arguments, 1), context.place)
    else:
        yield _altered(table, DropConstraint(name))


# --- all that is not a table -----------------------------------------------------------------------------------------


def _create_schema(_context: Context, name: ObjectName, _arguments: Arguments) -> Done:
    yield CreateSchema(name.name)


def _drop_schema(_context: Context, name: ObjectName, _arguments: Arguments) -> Done:
    yield DropSchema((name.name,))


def _drop_enum(_context: Context, name: ObjectName, _arguments: Arguments) -> Done:
    yield DropType((name,), if_exists=True)


_METHODS: Mapping[str, Method] = {
    "addColumn": _add_column,
    "addConstraint": _add_constraint,
    "addIndex": _add_index,
    "changeColumn": _change_column,
    "createSchema": _create_schema,
    "createTable": _create_table,
    "dropEnum": _drop_enum,
    "dropSchema": _drop_schema,
    "dropTable": _drop_table,
    "removeColumn": _remove_column,
    "removeConstraint": _remove_constraint,
    "removeIndex": _remove_index,
    "renameColumn": _rename_column,
    "renameTable": _rename_table,
}

_SILENT = frozenset(
    {
        *("authenticate", "close", "escape", "fn", "col", "literal", "cast", "where", "json", "and", "or", "random"),
        *("bulkDelete", "bulkInsert", "bulkUpdate", "decrement", "delete", "increment", "insert", "update", "upsert"),
        *("assertTableHasColumn", "databaseVersion", "describeTable", "getDialect", "getDatabaseName"),
        *("getForeignKeyReferencesForTable", "getForeignKeysForTables", "getQueryInterface", "nameIndexes"),
        *("quoteIdentifier", "quoteIdentifiers", "quoteTable", "rawSelect", "select", "showAllSchemas"),
        *("showAllTables", "showConstraint", "showIndex", "tableExists"),
        *("createFunction", "createTrigger", "dropFunction", "dropTrigger", "renameFunction", "renameTrigger"),
        *("commitTransaction", "rollbackTransaction", "startTransaction", "createDatabase", "dropDatabase"),
    }
)
"""What asks, says how statements are run, or changes nothing but data, functions and triggers."""
