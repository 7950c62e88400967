"""`ALTER TABLE`, of all three databases and of libSQL.

https://www.postgresql.org/docs/current/sql-altertable.html, https://dev.mysql.com/doc/refman/8.4/en/alter-table.html,
https://www.sqlite.org/lang_altertable.html, https://github.com/tursodatabase/libsql/blob/main/libsql-sqlite3/doc/libsql_extensions.md
"""

from collections.abc import Callable, Sequence

from datamodel_check.model.schema import Identity
from datamodel_check.model.sql import (
    AddColumn,
    AddConstraint,
    AddIndex,
    AlterTable,
    Content,
    DropColumn,
    DropConstraint,
    ModifyColumn,
    OtherAction,
    RenameColumn,
    RenameConstraint,
    RenameTableIndex,
    SetDefault,
    SetGenerated,
    SetIdentity,
    SetNullable,
    SetRowLevelSecurity,
    SetTableComment,
    SetTableName,
    SetTableSchema,
    SetType,
    TableAction,
)
from datamodel_check.parse.sql import constraints, expressions, indexes
from datamodel_check.parse.sql.columns import column, spelled_default
from datamodel_check.parse.sql.reader import Reader
from datamodel_check.parse.sql.sequences import sequence_options
from datamodel_check.parse.sql.types import data_type


def alter_table(reader: Reader) -> Content:
    """What follows `ALTER TABLE`."""
    if_exists = reader.accept("IF", "EXISTS")
    reader.accept("ONLY")
    name = reader.object_name("a table")
    reader.accept_symbol("*")
    actions: list[TableAction] = []
    while not reader.done:
        actions.extend(_action(reader))
        if not reader.accept_symbol(",") and not reader.done:
            raise reader.fail("`,`")
    return AlterTable(name, tuple(actions), if_exists)


def _action(reader: Reader) -> Sequence[TableAction]:
    for word, read in _ACTIONS.items():
        if reader.accept(word):
            return read(reader)
    return [_other(reader)]


def _other(reader: Reader) -> OtherAction:
    """What changes no fact: owners, storage, triggers, replication, table options of MySQL."""
    return OtherAction(expressions.text(reader.until(lambda: False), reader.dialect).lower())


# --- ADD -------------------------------------------------------------------------------------------------------------


def _add(reader: Reader) -> Sequence[TableAction]:
    if reader.at_any(constraints.STARTS):
        return [AddConstraint(constraints.table_constraint(reader))]
    if reader.dialect == "mysql" and reader.at_any(indexes.INLINE):
        return [AddIndex(indexes.inline_index(reader))]
    if reader.at("PARTITION"):
        return [_other(reader)]
    reader.accept("COLUMN")
    if_not_exists = reader.accept("IF", "NOT", "EXISTS")
    if reader.dialect == "mysql" and reader.accept_symbol("("):
        columns = reader.separated(lambda: column(reader))
        reader.expect_symbol(")")
        return [AddColumn(each, if_not_exists) for each in columns]
    definition = column(reader)
    return [AddColumn(definition, if_not_exists, _place(reader))]


def _place(reader: Reader) -> str | None:
    """`FIRST` or `AFTER column` of MySQL."""
    if reader.accept("FIRST"):
        return ""
    return reader.identifier("a column") if reader.accept("AFTER") else None


# --- DROP ------------------------------------------------------------------------------------------------------------


def _drop(reader: Reader) -> Sequence[TableAction]:
    action = _dropped(reader)
    _ = reader.accept("CASCADE") or reader.accept("RESTRICT")
    return [action]


def _dropped(reader: Reader) -> TableAction:
    if reader.accept("CONSTRAINT"):
        if_exists = reader.accept("IF", "EXISTS")
        return DropConstraint(reader.identifier("a constraint"), if_exists)
    if reader.dialect == "mysql":
        if reader.accept("PRIMARY", "KEY"):
            return DropConstraint(None, kind="primary key")
        if reader.accept("FOREIGN", "KEY"):
            if_exists = reader.accept("IF", "EXISTS")
            return DropConstraint(reader.identifier("a foreign key"), if_exists, "foreign key")
        if reader.accept("CHECK"):
            return DropConstraint(reader.identifier("a check"), kind="check")
        if reader.accept("INDEX") or reader.accept("KEY"):
            if_exists = reader.accept("IF", "EXISTS")
            return DropConstraint(reader.identifier("an index"), if_exists, "index")
        if reader.at("PARTITION"):
            return _other(reader)
    reader.accept("COLUMN")
    if_exists = reader.accept("IF", "EXISTS")
    return DropColumn(reader.identifier("a column"), if_exists)


# --- ALTER, MODIFY, CHANGE -------------------------------------------------------------------------------------------


def _alter(reader: Reader) -> Sequence[TableAction]:
    if reader.at("CONSTRAINT") or reader.at("INDEX") or reader.at("CHECK"):
        return [_other(reader)]
    reader.accept("COLUMN")
    name = reader.identifier("a column")
    if reader.accept("TO"):  # libSQL: the column is defined anew
        return [ModifyColumn(name, column(reader))]
    if reader.accept("SET", "DATA", "TYPE") or reader.accept("TYPE"):
        return [_type(reader, name)]
    if reader.accept("SET", "NOT", "NULL"):
        return [SetNullable(name, nullable=False)]
    if reader.accept("DROP", "NOT", "NULL"):
        return [SetNullable(name, nullable=True)]
    if reader.accept("SET", "DEFAULT"):
        return [SetDefault(name, spelled_default(reader.until(lambda: False), reader))]
    if reader.accept("DROP", "DEFAULT"):
        return [SetDefault(name, None)]
    return [_generation(reader, name) or _other(reader)]


def _type(reader: Reader, name: str) -> TableAction:
    action = SetType(name, data_type(reader))
    if reader.accept("COLLATE"):
        reader.object_name("a collation")
    if reader.accept("USING"):
        reader.until(lambda: False)
    return action


def _generation(reader: Reader, name: str) -> TableAction | None:
    if reader.accept("ADD", "GENERATED"):
        always = _always(reader)
        reader.expect("AS", "IDENTITY")
        options = sequence_options(reader, in_parentheses=True) if reader.at_symbol("(") else ()
        return SetIdentity(name, Identity(always, options))
    if reader.accept("SET", "GENERATED"):
        always = _always(reader)
        return SetIdentity(name, Identity(always))
    if reader.accept("DROP", "IDENTITY"):
        reader.accept("IF", "EXISTS")
        return SetIdentity(name, None)
    if reader.accept("DROP", "EXPRESSION"):
        reader.accept("IF", "EXISTS")
        return SetGenerated(name, None)
    if reader.accept("SET", "EXPRESSION", "AS"):
        return SetGenerated(name, expressions.bare(reader.parenthesised(), reader.dialect))
    return None


def _always(reader: Reader) -> bool:
    if reader.accept("ALWAYS"):
        return True
    reader.expect("BY", "DEFAULT")
    return False


def _modify(reader: Reader) -> Sequence[TableAction]:
    reader.accept("COLUMN")
    reader.accept("IF", "EXISTS")
    definition = column(reader)
    return [ModifyColumn(definition.name, definition, _place(reader))]


def _change(reader: Reader) -> Sequence[TableAction]:
    reader.accept("COLUMN")
    reader.accept("IF", "EXISTS")
    name = reader.identifier("a column")
    definition = column(reader)
    return [ModifyColumn(name, definition, _place(reader))]


# --- RENAME and the rest ---------------------------------------------------------------------------------------------


def _rename(reader: Reader) -> Sequence[TableAction]:
    if reader.dialect == "mysql" and (reader.accept("INDEX") or reader.accept("KEY")):
        name = reader.identifier("an index")
        reader.expect("TO")
        return [RenameTableIndex(name, reader.identifier("an index"))]
    if reader.accept("CONSTRAINT"):
        name = reader.identifier("a constraint")
        reader.expect("TO")
        return [RenameConstraint(name, reader.identifier("a constraint"))]
    if reader.accept("TO") or reader.accept("AS"):
        return [SetTableName(reader.object_name("a table"))]
    if reader.dialect == "mysql" and not reader.at("COLUMN"):
        return [SetTableName(reader.object_name("a table"))]
    reader.accept("COLUMN")
    name = reader.identifier("a column")
    reader.expect("TO")
    return [RenameColumn(name, reader.identifier("a column"))]


def _set(reader: Reader) -> Sequence[TableAction]:
    if reader.accept("SCHEMA"):
        return [SetTableSchema(reader.identifier("a schema"))]
    return [_other(reader)]


def _enable(reader: Reader) -> Sequence[TableAction]:
    if reader.accept("ROW", "LEVEL", "SECURITY"):
        return [SetRowLevelSecurity(enabled=True)]
    return [_other(reader)]


def _disable(reader: Reader) -> Sequence[TableAction]:
    if reader.accept("ROW", "LEVEL", "SECURITY"):
        return [SetRowLevelSecurity(enabled=False)]
    return [_other(reader)]


def _comment(reader: Reader) -> Sequence[TableAction]:
    reader.accept_symbol("=")
    return [SetTableComment(reader.string() or None)]


_ACTIONS: dict[str, Callable[[Reader], Sequence[TableAction]]] = {
    "ADD": _add,
    "ALTER": _alter,
    "CHANGE": _change,
    "COMMENT": _comment,
    "DISABLE": _disable,
    "DROP": _drop,
    "ENABLE": _enable,
    "MODIFY": _modify,
    "RENAME": _rename,
    "SET": _set,
}
