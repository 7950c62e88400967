"""What `TableColumn` says: `buildCreateColumnSql` of typeorm/src/driver/*/*QueryRunner.ts.

The definition is put together as the query runner does, and read as SQL: so that it says what the database would.
"""

from typing import NamedTuple

from datamodel_check.extract.migrations.typeorm.objects import Context, object_name
from datamodel_check.extract.schema.typeorm.options import Options
from datamodel_check.model import javascript
from datamodel_check.model.sql import ColumnDefinition, CreateEnum, CreateTable, ObjectName, PrimaryKey, written_name
from datamodel_check.model.values import Constant

_ENUMS = frozenset({"enum", "simple-enum"})

_SERIALS = {
    "bigint": "bigserial",
    "int": "serial",
    "int2": "smallserial",
    "int4": "serial",
    "int8": "bigserial",
    "integer": "serial",
    "smallint": "smallserial",
}

_UUID = "uuid_generate_v4()"


class Made(NamedTuple):
    """A column, the type that is made for it, and the keys that it is alone in."""

    column: ColumnDefinition
    enum: CreateEnum | None
    primary: bool
    primary_key_name: str | None
    unique: bool

    @property
    def name(self) -> str:
        return self.column.name


def made(context: Context, table: str, given: Options) -> Made | None:
    """None where the column cannot be read."""
    name = given.text("name") or ""
    enum = _enum(context, table, name, given)
    primary = bool(given.flag("isPrimary"))
    column = _read(context, name, _written(context, name, given, enum, primary=primary))
    if column is None:
        return None
    constraints = tuple(each for each in column.constraints if not isinstance(each, PrimaryKey))
    column = column._replace(comment=given.text("comment"), constraints=constraints)
    return Made(column, enum, primary, given.text("primaryKeyConstraintName"), bool(given.flag("isUnique")))


def enum_name(table: str, column: str, given: Options | None) -> ObjectName:
    """`buildEnumName` of PostgresQueryRunner.ts."""
    owner = object_name(table)
    named = given.text("enumName") if given is not None else None
    return object_name(named or f"{owner.name}_{column.lower()}_enum", owner.schema)


def _enum(context: Context, table: str, name: str, given: Options) -> CreateEnum | None:
    if context.dialect != "postgresql" or given.text("type") not in _ENUMS:
        return None
    return CreateEnum(enum_name(table, name, given), given.choices("enum"))


def _read(context: Context, name: str, text: str) -> ColumnDefinition | None:
    script = context.reader.program.sql(f"CREATE TABLE t ({text})", context.dialect)
    for statement in script.statements:
        if isinstance(statement.content, CreateTable) and len(statement.content.columns) == 1:
            return statement.content.columns[0]
    context.reader.remark(f"the column {name} cannot be read", context.place)
    return None


# --- the definition as SQL -------------------------------------------------------------------------------------------


def _written(context: Context, name: str, given: Options, enum: CreateEnum | None, *, primary: bool) -> str:
    words = [written_name(name, context.dialect), _type(context, given, enum)]
    counts = _counts(context, given)
    expression = given.text("asExpression")
    if given.text("generationStrategy") == "identity" and given.flag("isGenerated"):
        words.append(f"GENERATED {given.text('generatedIdentity') or 'BY DEFAULT'} AS IDENTITY")
    if expression is not None:
        words.append(f"GENERATED ALWAYS AS ({expression}) {given.text('generatedType') or 'VIRTUAL'}")
    if context.dialect == "sqlite" and given.choices("enum"):
        words.append(f"CHECK ({written_name(name, 'sqlite')} IN ({_list(given)}))")
    if primary and counts and context.dialect == "sqlite":
        words.append("PRIMARY KEY AUTOINCREMENT")
    if not given.flag("isNullable"):
        words.append("NOT NULL")
    if counts and context.dialect == "mysql":
        words.append("AUTO_INCREMENT")
    default = _default(context, given)
    if default is not None and expression is None:
        words.append(f"DEFAULT ({default})" if context.dialect == "sqlite" else f"DEFAULT {default}")
    on_update = given.text("onUpdate")
    if on_update is not None and context.dialect == "mysql":
        words.append(f"ON UPDATE {on_update}")
    return " ".join(words)


def _counts(context: Context, given: Options) -> bool:
    strategies = {None, "increment"} if context.dialect == "postgresql" else {"increment"}
    return bool(given.flag("isGenerated")) and given.text("generationStrategy") in strategies


def _default(context: Context, given: Options) -> str | None:
    default = _sql(given, "default")
    if default is None and context.dialect == "postgresql" and given.flag("isGenerated"):
        return _UUID if given.text("generationStrategy") == "uuid" else None
    return default


def _sql(given: Options, name: str) -> str | None:
    """A text of SQL, in which `false` and 0 say something."""
    value = given.given(name)
    if isinstance(value, Constant):
        return None if value.value is None else javascript.text(value)
    return given.text(name)


def _type(context: Context, given: Options, enum: CreateEnum | None) -> str:
    type_ = given.text("type") or ""
    counts = _counts(context, given)
    array = "[]" if given.flag("isArray") else ""
    if enum is not None:
        schema = f"{written_name(enum.name.schema, 'postgresql')}." if enum.name.schema else ""
        return schema + written_name(enum.name.name, "postgresql") + array
    if context.dialect == "postgresql":
        return (_SERIALS.get(type_.lower(), type_) if counts else _sized(given, type_)) + array
    if context.dialect == "mysql" and type_ in _ENUMS:
        return f"enum ({_list(given)})"
    words = [_sized(given, type_)]
    words += ["unsigned"] if given.flag("unsigned") or given.flag("zerofill") else []
    return " ".join(words) if context.dialect == "mysql" else words[0]


def _sized(given: Options, type_: str) -> str:
    """`createFullType`; a time zone stands behind the precision."""
    length, precision, scale = given.text("length"), given.number("precision"), given.number("scale")
    size = length or given.number("width")
    if size is None and precision is not None:
        size = f"{precision},{scale}" if scale is not None else precision
    if size is None:
        return type_
    head, _, zone = type_.partition(" with")
    return f"{head}({size})" + (f" with{zone}" if zone else "")


def _list(given: Options) -> str:
    return ", ".join("'" + value.replace("'", "''") + "'" for value in given.choices("enum"))
