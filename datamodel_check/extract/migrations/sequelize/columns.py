"""Columns as the query generator writes them: `attributeToSQL` of sequelize/src/dialects/*/query-generator.js.

The definition is put together as SQL, and read as such: so that it says what the database would.
"""

from typing import NamedTuple

from datamodel_check.extract.migrations.sequelize.names import Context, table_name
from datamodel_check.extract.schema.sequelize.attributes import Attribute, TableName, attribute, is_nothing
from datamodel_check.extract.schema.sequelize.defaults import default
from datamodel_check.extract.schema.sequelize.dialects.dialect import quoted
from datamodel_check.extract.schema.sequelize.dialects.postgres import serial
from datamodel_check.extract.schema.sequelize.types import Type
from datamodel_check.extract.symbols import entry, string
from datamodel_check.model.sql import ObjectName
from datamodel_check.model.values import Unresolved, Value


class Written(NamedTuple):
    """A column in parts, each as SQL; `enum` creates the type that it needs."""

    name: str
    type: str
    enum: str | None
    not_null: bool
    counts: str
    default: str | None
    unique: bool
    primary: bool
    references: str | None
    comment: str | None
    after: str | None

    def definition(self, context: Context, *, key: bool = False, references: bool = False) -> str:
        """The column behind its name; with what it refers to, and as the `key` alone, if so wished."""
        beside_key = context.dialect == "sqlite"
        words = [context.quoted(self.name), self.type, *([self.counts] if self.counts and not beside_key else [])]
        words += ["NOT NULL"] if self._is_not_null(context, key=key) else []
        words += [f"DEFAULT {_in_parentheses(context, self.default)}"] if self.default is not None else []
        words += ["UNIQUE"] if self.unique else []
        words += [f"PRIMARY KEY {self.counts if beside_key else ''}".strip()] if key and self.primary else []
        words += [self.references] if references and self.references is not None else []
        if context.dialect == "mysql":
            words += [f"COMMENT {quoted(self.comment)}"] if self.comment else []
            words += [f"AFTER {context.quoted(self.after)}"] if self.after else []
        return " ".join(words)

    def _is_not_null(self, context: Context, *, key: bool) -> bool:
        """SQLite: what counts is nothing but the key, and of keys of several columns none may be missing."""
        if context.dialect == "sqlite" and self.primary:
            return not key or (self.not_null and not self.counts)
        return self.not_null


def written(context: Context, table: ObjectName, name: str, value: Value) -> Written | None:
    """An attribute as it is given to the query interface; None where its type is not known."""
    label = f"{table}.{name}"
    read = attribute(context.reader, name, value, context.place, label)
    if not isinstance(read.type, Type):
        if read.type is None:
            context.reader.remark(f"{label} has no type", context.place)
        return None
    column = read.field or name
    enum = _enum(context, read.type)
    return Written(
        column,
        _type(context, table, column, read),
        _create_enum(context, table, column, enum) if enum is not None else None,
        read.allow_null is False,
        _counts(context, read),
        _default(context, read, read.type, label),
        read.unique is True,
        bool(read.primary_key),
        _references(context, table, read, value, label),
        read.comment,
        string(entry(value, "after")),
    )


def _enum(context: Context, type_: Type) -> Type | None:
    """The enum that a type, or that of an array's items, is, where it is a type of the database."""
    if type_.key == "ARRAY" and type_.item is not None:
        type_ = type_.item
    return type_ if type_.key == "ENUM" and context.database.enums_are_types else None


def enum_name(table: ObjectName, column: str) -> ObjectName:
    """`Utils.generateEnumName`."""
    return ObjectName(table.schema, f"enum_{table.name}_{column}")


def _create_enum(context: Context, table: ObjectName, column: str, enum: Type) -> str:
    values = ", ".join(map(quoted, enum.values))
    return f"CREATE TYPE {context.quoted(enum_name(table, column))} AS ENUM ({values})"


def _type(context: Context, table: ObjectName, column: str, read: Attribute) -> str:
    type_, database = read.type, context.database
    if not isinstance(type_, Type):
        return ""
    if _enum(context, type_) is not None:
        return context.quoted(enum_name(table, column)) + ("[]" if type_.key == "ARRAY" else "")
    text = type_.text if not type_.key else database.type_text(type_)
    if not read.auto_increment or read.identity:
        return text
    if context.dialect == "postgresql":
        return serial(text.lower())
    return "INTEGER" if context.dialect == "sqlite" and read.primary_key else text


def _counts(context: Context, read: Attribute) -> str:
    if not read.auto_increment:
        return ""
    if context.dialect == "postgresql":
        return "GENERATED BY DEFAULT AS IDENTITY" if read.identity else ""
    return "AUTO_INCREMENT" if context.dialect == "mysql" else "AUTOINCREMENT"


def _default(context: Context, read: Attribute, type_: Type, label: str) -> str | None:
    if read.default is None or (is_nothing(read.default) and context.dialect != "postgresql"):
        return None
    if is_nothing(read.default):
        return "NULL"
    return default(context.reader, context.database, type_, read.default, label, context.place).text


def _in_parentheses(context: Context, text: str) -> str:
    """An expression; SQLite takes none without parentheses that is no plain value."""
    plain = context.dialect != "sqlite" or not text.endswith(")") or text.startswith("(")
    return text if plain else f"({text})"


def _references(context: Context, table: ObjectName, read: Attribute, value: Value, label: str) -> str | None:
    given = read.references
    if given is None:
        return None
    model = given.table if not isinstance(given.table, TableName) else None
    target = table_name(context, model, table.schema)
    if target is None:
        unknown = model if isinstance(model, Unresolved) else None
        context.reader.unresolved(f"what {label} refers to", unknown, context.place)
        return None
    key = given.key or string(entry(value, "referencesKey")) or "id"
    rules = [f"ON DELETE {read.on_delete.upper()}"] if read.on_delete else []
    rules += [f"ON UPDATE {read.on_update.upper()}"] if read.on_update else []
    return " ".join([f"REFERENCES {context.quoted(target)} {context.list((key,))}", *rules])
