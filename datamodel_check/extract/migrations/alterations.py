"""`ALTER TABLE`: what it does to a table, one function for each action."""

from collections.abc import Callable
from typing import Any

from datamodel_check.extract.migrations import columns, constraints, indexes, tables, wording
from datamodel_check.extract.migrations.state import ConflictError, Key, State
from datamodel_check.model.schema import Column, Table
from datamodel_check.model.sql import (
    AddColumn,
    AddConstraint,
    AddIndex,
    AlterTable,
    DropColumn,
    DropConstraint,
    ModifyColumn,
    ObjectName,
    OtherAction,
    PrimaryKey,
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


def alter(state: State, content: AlterTable) -> list[str]:
    """Every action in turn. Views, sequences and indexes may be renamed by the same statement in PostgreSQL."""
    key = state.key(content.name)
    if state.find(key) is None and (content.if_exists or str(key) in state.temporary or _is_other(state, key)):
        return []
    done: list[str] = []
    name = content.name
    for action in _in_order(state, content.actions):
        table = state.table(name)
        words = _ALTERATIONS[type(action)](state, table, action)
        if isinstance(action, SetTableName | SetTableSchema):
            name = _renamed(state, table, action)
        if words:
            done.append(words)
    return done


def _is_other(state: State, key: Key) -> bool:
    return str(key) in state.views or str(key) in state.sequences


def _in_order(state: State, actions: tuple[TableAction, ...]) -> list[TableAction]:
    """PostgreSQL drops first, whatever stands first (`AlterTablePass`, src/backend/commands/tablecmds.c)."""
    if state.dialect != "postgresql":
        return list(actions)
    return sorted(actions, key=lambda action: not isinstance(action, DropColumn | DropConstraint))


def _add_column(state: State, table: Table, action: AddColumn) -> str | None:
    definition = action.column
    if any(state.same(each.name, definition.name) for each in table.columns):
        if action.if_not_exists:
            return None
        raise ConflictError(f"the table {table.key} already has a column {definition.name}")
    column = columns.defined(state, definition)
    table = _placed(state, table, column, action.after)
    for constraint in definition.constraints:
        table, _ = constraints.add(state, table, constraint)
    state.put(table)
    return columns.added(columns.find(state, table, column.name), table.key)


def _placed(state: State, table: Table, column: Column, after: str | None) -> Table:
    if after is None:
        return table._replace(columns=(*table.columns, column))
    rest = list(table.columns)
    place = 0 if after == "" else rest.index(columns.find(state, table, after)) + 1
    return table._replace(columns=(*rest[:place], column, *rest[place:]))


def _drop_column(state: State, table: Table, action: DropColumn) -> str | None:
    if action.if_exists and not any(state.same(each.name, action.name) for each in table.columns):
        return None
    return columns.drop(state, table, action.name)


def _modify_column(state: State, table: Table, action: ModifyColumn) -> str:
    """The definition replaces all that was said of the column, keys apart."""
    old = columns.find(state, table, action.name)
    if old.name != action.column.name:
        table = columns.rename_everywhere(state, table, old.name, action.column.name)
    current = columns.find(state, table, action.column.name)
    column = columns.defined(state, action.column)
    keyed = column.name in table.primary_key and state.dialect != "sqlite"
    column = column._replace(nullable=column.nullable and not keyed, location=current.location)
    table = columns.replaced(table, current, column)
    if action.after is not None:
        rest = table._replace(columns=tuple(each for each in table.columns if each is not column))
        table = _placed(state, rest, column, action.after)
    table = _with_new_constraints(state, table, action)
    state.put(table)
    renamed = f" to {column.name}" if old.name != column.name else ""
    return f"change {table.key}.{old.name}{renamed}: {wording.column(column)}"


def _with_new_constraints(state: State, table: Table, action: ModifyColumn) -> Table:
    if state.dialect == "sqlite":  # libSQL states the references of the column anew
        kept = tuple(key for key in table.foreign_keys if key.columns != (action.column.name,))
        table = table._replace(foreign_keys=kept)
    for constraint in action.column.constraints:
        if not (isinstance(constraint, PrimaryKey) and table.primary_key):
            table, _ = constraints.add(state, table, constraint)
    return table


def _add_constraint(state: State, table: Table, action: AddConstraint) -> str | None:
    table, words = constraints.add(state, table, action.constraint)
    state.put(table)
    return words and f"add {words} to {table.key}"


def _drop_constraint(state: State, table: Table, action: DropConstraint) -> str | None:
    try:
        state.put(constraints.drop(state, table, action))
    except ConflictError:
        if action.if_exists:
            return None
        raise
    what = action.kind or "constraint"
    return " ".join(["drop", what, *([action.name] if action.name else []), "of", table.key])


def _rename_constraint(state: State, table: Table, action: RenameConstraint) -> str:
    state.put(constraints.rename(table, action))
    return f"rename constraint {action.name} to {action.to} of {table.key}"


def _add_index(state: State, table: Table, action: AddIndex) -> str:
    table, index = indexes.add(state, table, action.definition)
    state.put(table)
    return f"create {wording.index(index, table.key)}"


def _rename_index(state: State, table: Table, action: RenameTableIndex) -> str:
    changed = indexes.renamed(table, action.name, action.to)
    if changed == table:
        raise ConflictError(f"the table {table.key} has no index {action.name}")
    state.put(changed)
    return f"rename index {action.name} to {action.to} on {table.key}"


def _set_name(state: State, table: Table, action: SetTableName) -> str:
    return tables.move(state, table, _target(state, table, action))


def _set_schema(state: State, table: Table, action: SetTableSchema) -> str:
    return tables.move(state, table, _target(state, table, action))


def _target(state: State, table: Table, action: SetTableName | SetTableSchema) -> Key:
    if isinstance(action, SetTableSchema):
        return state.key(ObjectName(action.schema, table.name))
    return Key(table.schema, action.to.name)


def _renamed(state: State, table: Table, action: SetTableName | SetTableSchema) -> ObjectName:
    key = _target(state, table, action)
    return ObjectName(key.schema or "public", key.name)


def _set_security(state: State, table: Table, action: SetRowLevelSecurity) -> str:
    state.put(table._replace(row_level_security=action.enabled))
    return f"{'enable' if action.enabled else 'disable'} row level security on {table.key}"


def _set_comment(state: State, table: Table, action: SetTableComment) -> str:
    state.put(table._replace(comment=action.comment))
    return f"comment on {table.key}"


def _other(_state: State, _table: Table, _action: OtherAction) -> None:
    return None


_ALTERATIONS: dict[type, Callable[[State, Table, Any], str | None]] = {
    AddColumn: _add_column,
    AddConstraint: _add_constraint,
    AddIndex: _add_index,
    DropColumn: _drop_column,
    DropConstraint: _drop_constraint,
    ModifyColumn: _modify_column,
    OtherAction: _other,
    RenameColumn: columns.rename,
    RenameConstraint: _rename_constraint,
    RenameTableIndex: _rename_index,
    SetDefault: columns.set_default,
    SetGenerated: columns.set_generated,
    SetIdentity: columns.set_identity,
    SetNullable: columns.set_nullable,
    SetRowLevelSecurity: _set_security,
    SetTableComment: _set_comment,
    SetTableName: _set_name,
    SetTableSchema: _set_schema,
    SetType: columns.set_type,
}
