"""Enums of PostgreSQL: created, extended, renamed, dropped. Columns follow the type that they are of."""

from collections.abc import Callable

from datamodel_check.extract.migrations import columns
from datamodel_check.extract.migrations.expressions import casts_to, retyped
from datamodel_check.extract.migrations.state import ConflictError, State
from datamodel_check.model.schema import Column, Enum, Table
from datamodel_check.model.sql import (
    AddEnumValue,
    CreateEnum,
    DropType,
    ObjectName,
    RenameEnumValue,
    RenameType,
    SetDefault,
    SetTypeSchema,
)


def create(state: State, content: CreateEnum) -> str:
    key = state.key(content.name)
    if state.find_enum(content.name) is not None:
        raise ConflictError(f"there is already a type {key}")
    state.put_enum(Enum(key.schema, key.name, key.name, content.values, state.place))
    return f"create enum {key} ({', '.join(content.values)})"


def add_value(state: State, content: AddEnumValue) -> str | None:
    enum = state.enum(content.name)
    if content.value in enum.values:
        if content.if_not_exists:
            return None
        raise ConflictError(f"the enum {enum.key} already has the value '{content.value}'")
    place = len(enum.values)
    if content.neighbour is not None:
        place = _index(enum, content.neighbour) + (not content.before)
    state.put_enum(enum._replace(values=(*enum.values[:place], content.value, *enum.values[place:])))
    return f"add value {content.value} to enum {enum.key}"


def rename_value(state: State, content: RenameEnumValue) -> str:
    """A default that is the value follows."""
    enum = state.enum(content.name)
    place = _index(enum, content.value)
    state.put_enum(enum._replace(values=(*enum.values[:place], content.to, *enum.values[place + 1 :])))
    old, new = (f"'{value.replace(chr(39), chr(39) * 2)}'" for value in (content.value, content.to))

    def renamed(column: Column) -> Column:
        default = column.default or ""
        same = default == old or default.startswith(f"{old}::")
        return column._replace(default=new + default[len(old) :]) if same else column

    _change(state, enum.key, renamed)
    return f"rename value {content.value} to {content.to} of enum {enum.key}"


def rename(state: State, content: RenameType) -> str | None:
    enum = state.find_enum(content.name)
    if enum is None:
        return None  # of a type that is no enum only the name is known
    return moved(state, enum, enum._replace(name=content.to, code_name=content.to))


def set_schema(state: State, content: SetTypeSchema) -> str | None:
    enum = state.find_enum(content.name)
    if enum is None:
        return None
    return moved(state, enum, enum._replace(schema=state.key(ObjectName(content.schema, enum.name)).schema))


def moved(state: State, enum: Enum, to: Enum) -> str:
    """The enum under another name or in another schema, and the columns of it."""
    if to.key in {each.key for each in state.enums}:
        raise ConflictError(f"there is already a type {to.key}")
    state.put_enum(to, instead_of=enum.key)

    def followed(column: Column) -> Column:
        default = column.default and retyped(column.default, enum.name, to.name)
        return column._replace(type=to.name + "[]" * column.type.count("[]"), enum=to.key, default=default)

    _change(state, enum.key, followed)
    return f"rename enum {enum.key} to {to.key}"


def drop(state: State, content: DropType) -> list[str]:
    """Under `CASCADE` the columns of the type go as well."""
    done = []
    for name in content.names:
        enum = state.find_enum(name)
        if enum is None:
            continue  # a type that is no enum, or none at all
        done.append(f"drop enum {enum.key}")
        for table, column in _users(state, enum):
            if not content.cascade:
                raise ConflictError(f"{table.key}.{column.name} still depends on the type {enum.key}")
            done.append(_released(state, table.key, column, enum))
        state.remove_enum(enum.key)
    return done


def _users(state: State, enum: Enum) -> list[tuple[Table, Column]]:
    """The columns of the type, and those of which only the default is of it."""
    return [
        (table, column)
        for table in state.tables
        for column in table.columns
        if column.enum == enum.key or (column.default is not None and casts_to(column.default, enum.name))
    ]


def _released(state: State, key: str, column: Column, enum: Enum) -> str:
    table = next(each for each in state.tables if each.key == key)
    if column.enum == enum.key:
        return columns.drop(state, table, column.name)
    return columns.set_default(state, table, SetDefault(column.name, None))


def _index(enum: Enum, value: str) -> int:
    if value not in enum.values:
        raise ConflictError(f"the enum {enum.key} has no value '{value}'")
    return enum.values.index(value)


def _change(state: State, key: str, change: Callable[[Column], Column]) -> None:
    for table in state.tables:
        if any(column.enum == key for column in table.columns):
            changed = tuple(change(column) if column.enum == key else column for column in table.columns)
            state.put(table._replace(columns=changed))
