"""Columns: as they are defined, and as they change."""

from collections.abc import Callable

from datamodel_check.extract.migrations import wording
from datamodel_check.extract.migrations.expressions import casts_to, mentions, renamed
from datamodel_check.extract.migrations.state import ConflictError, State
from datamodel_check.model.schema import Column, ForeignKey, Generated, Index, Table
from datamodel_check.model.sql import (
    ColumnDefinition,
    DataType,
    PrimaryKey,
    RenameColumn,
    SetDefault,
    SetGenerated,
    SetIdentity,
    SetNullable,
    SetType,
    written_name,
)

_SERIALS = {"serial": "integer", "bigserial": "bigint", "smallserial": "smallint"}


def find(state: State, table: Table, name: str) -> Column:
    """Raises `ConflictError` where the table has no such column."""
    column = next((each for each in table.columns if state.same(each.name, name)), None)
    if column is None:
        raise ConflictError(f"the table {table.key} has no column {name}")
    return column


def defined(state: State, definition: ColumnDefinition) -> Column:
    """The column that a definition makes, without its constraints, which are the table's."""
    data_type, enum = resolved(state, definition.type)
    serial = state.dialect == "postgresql" and data_type in _SERIALS
    mysql_serial = state.dialect == "mysql" and data_type == "serial"
    counts = definition.autoincrement or serial or mysql_serial or _counts(definition.default)
    primary = any(isinstance(each, PrimaryKey) for each in definition.constraints)
    column = Column(
        name=definition.name,
        code_name=definition.name,
        type="bigint unsigned" if mysql_serial else _SERIALS.get(data_type, data_type) if serial else data_type,
        nullable=_is_nullable(state, definition, serial=serial or mysql_serial, primary=primary),
        location=state.place,
        default=definition.default,
        autoincrement=counts,
        generated=definition.generated,
        identity=definition.identity,
        enum=enum,
        comment=definition.comment or None,
        on_update=definition.on_update,
    )
    return with_default_mark(state, column)


def with_default_mark(state: State, column: Column) -> Column:
    """The column, saying whether the database fills it. A counter of SQLite is no default but the row's number."""
    filled = column.default is not None or column.generated is not None or column.identity is not None
    return column._replace(has_default=filled or (column.autoincrement and state.dialect != "sqlite"))


def resolved(state: State, data_type: DataType) -> tuple[str, str | None]:
    """A type's text and, where it is an enum, its key."""
    enum = state.find_enum(data_type.name) if data_type.name is not None else None
    if enum is None:
        return data_type.text, None
    return enum.name + "[]" * data_type.text.count("[]"), enum.key


def _counts(default: str | None) -> bool:
    return default is not None and default.startswith("nextval(")


def _is_nullable(state: State, definition: ColumnDefinition, *, serial: bool, primary: bool) -> bool:
    """A primary key of SQLite may hold nulls, for all that its documentation regrets it."""
    if definition.nullable is False or serial or definition.identity is not None:
        return False
    return not (primary and state.dialect != "sqlite")


# --- changes ---------------------------------------------------------------------------------------------------------


def replaced(table: Table, column: Column, by: Column) -> Table:
    return table._replace(columns=tuple(by if each is column else each for each in table.columns))


def change(state: State, table: Table, name: str, change: Callable[[Column], Column]) -> Column:
    column = find(state, table, name)
    changed = with_default_mark(state, change(column))
    state.put(replaced(table, column, changed))
    return changed


def set_type(state: State, table: Table, action: SetType) -> str:
    old = find(state, table, action.column)
    data_type, enum = resolved(state, action.type)
    default = old.default
    if default is not None and old.enum is not None and enum is None:
        default = _kept_default(default, old.type, data_type)
    change(state, table, action.column, lambda each: each._replace(type=data_type, enum=enum, default=default))
    return f"change {table.key}.{old.name} from {old.type} to {data_type}"


def _kept_default(default: str, old: str, new: str) -> str:
    """A default that was given as a value of an enum stays one, so that dropping the enum drops the default."""
    value = default if casts_to(default, old) else f"{default}::{written_name(old, 'postgresql')}"
    return f"{value}::{new}"


def set_default(state: State, table: Table, action: SetDefault) -> str:
    default = action.default
    column = change(
        state, table, action.column, lambda each: each._replace(default=default, autoincrement=_counts(default))
    )
    subject = f"{table.key}.{column.name}"
    return f"drop default of {subject}" if default is None else f"set default of {subject} to {default}"


def set_nullable(state: State, table: Table, action: SetNullable) -> str:
    column = change(state, table, action.column, lambda each: each._replace(nullable=action.nullable))
    subject = f"{table.key}.{column.name}"
    return f"drop not null of {subject}" if action.nullable else f"set {subject} not null"


def set_identity(state: State, table: Table, action: SetIdentity) -> str:
    identity = action.identity
    column = change(
        state,
        table,
        action.column,
        lambda each: each._replace(identity=identity, nullable=each.nullable and identity is None),
    )
    return f"{'drop' if identity is None else 'set'} identity of {table.key}.{column.name}"


def set_generated(state: State, table: Table, action: SetGenerated) -> str:
    def changed(column: Column) -> Column:
        stored = column.generated is None or column.generated.stored
        return column._replace(generated=None if action.expression is None else Generated(action.expression, stored))

    column = change(state, table, action.column, changed)
    what = "drop expression of" if action.expression is None else "set expression of"
    return f"{what} {table.key}.{column.name}"


def rename(state: State, table: Table, action: RenameColumn) -> str:
    """Everything that names the column follows: keys, indexes, expressions, and references from other tables."""
    column = find(state, table, action.name)
    rename_everywhere(state, table, column.name, action.to)
    return f"rename column {table.key}.{column.name} to {action.to}"


def rename_everywhere(state: State, table: Table, old: str, new: str) -> Table:
    def name(each: str) -> str:
        return new if state.same(each, old) else each

    def names(each: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name(one) for one in each)

    def text(expression: str) -> str:
        return renamed(expression, old, new, state.dialect)

    table = table._replace(
        columns=tuple(_renamed_column(column, name, text) for column in table.columns),
        primary_key=names(table.primary_key),
        uniques=tuple(unique._replace(columns=names(unique.columns)) for unique in table.uniques),
        indexes=tuple(_renamed_index(index, name, text) for index in table.indexes),
        foreign_keys=tuple(key._replace(columns=names(key.columns)) for key in table.foreign_keys),
        checks=tuple(check._replace(expression=text(check.expression)) for check in table.checks),
    )
    state.put(table)
    for other in state.tables:
        keys = tuple(_repointed(key, table.key, names) for key in other.foreign_keys)
        if keys != other.foreign_keys:
            state.put(other._replace(foreign_keys=keys))
    return table


def _renamed_column(column: Column, name: Callable[[str], str], text: Callable[[str], str]) -> Column:
    generated = column.generated and column.generated._replace(expression=text(column.generated.expression))
    return column._replace(name=name(column.name), code_name=name(column.name), generated=generated)


def _renamed_index(index: Index, name: Callable[[str], str], text: Callable[[str], str]) -> Index:
    return index._replace(
        columns=tuple(
            each._replace(text=text(each.text) if each.expression else name(each.text)) for each in index.columns
        ),
        where=index.where and text(index.where),
        options=tuple((option, text(value) if option == "include" else value) for option, value in index.options),
    )


def _repointed(key: ForeignKey, table: str, names: Callable[[tuple[str, ...]], tuple[str, ...]]) -> ForeignKey:
    return key._replace(ref_columns=names(key.ref_columns)) if key.table == table else key


def drop(state: State, table: Table, name: str) -> str:
    """A dropped column takes with it what holds it: keys and indexes, in MySQL only its part of them."""
    column = find(state, table, name)
    state.put(without(state, table, column))
    for other in state.tables:
        keys = tuple(
            key for key in other.foreign_keys if not (key.table == table.key and column.name in key.ref_columns)
        )
        if keys != other.foreign_keys:
            state.put(other._replace(foreign_keys=keys))
    return f"drop column {table.key}.{column.name}"


def without(state: State, table: Table, column: Column) -> Table:
    def holds(names: tuple[str, ...]) -> bool:
        return column.name in names

    if state.dialect == "mysql":
        table = _shrunk(table, column.name)
    keeps_key = not holds(table.primary_key)
    return table._replace(
        columns=tuple(each for each in table.columns if each is not column),
        primary_key=table.primary_key if keeps_key else (),
        primary_key_name=table.primary_key_name if keeps_key else None,
        uniques=tuple(unique for unique in table.uniques if not holds(unique.columns)),
        indexes=tuple(index for index in table.indexes if not index_mentions(state, index, column.name)),
        foreign_keys=tuple(key for key in table.foreign_keys if not holds(key.columns)),
        checks=tuple(check for check in table.checks if not mentions(check.expression, column.name, state.dialect)),
    )


def index_mentions(state: State, index: Index, column: str) -> bool:
    texts = [each.text for each in index.columns if each.expression]
    texts += [value for option, value in index.options if option == "include"]
    if any(each.text == column and not each.expression for each in index.columns):
        return True
    return any(mentions(text, column, state.dialect) for text in [*texts, index.where or ""])


def _shrunk(table: Table, column: str) -> Table:
    """MySQL takes the column out of keys and indexes of several columns and keeps the rest."""

    def rest(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in names if name != column) or names

    return table._replace(
        primary_key=rest(table.primary_key),
        uniques=tuple(unique._replace(columns=rest(unique.columns)) for unique in table.uniques),
        indexes=tuple(
            index._replace(columns=tuple(each for each in index.columns if each.text != column) or index.columns)
            for index in table.indexes
        ),
    )


def added(column: Column, table: str) -> str:
    return f"add column {table}.{wording.column(column)}"
