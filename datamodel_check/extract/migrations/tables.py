"""Tables: created, dropped, renamed, altered."""

from collections.abc import Callable
from typing import Any

from datamodel_check.extract.migrations import columns, constraints, indexes, wording
from datamodel_check.extract.migrations.state import ConflictError, Key, State
from datamodel_check.model.schema import Column, Table
from datamodel_check.model.sql import (
    AddColumn,
    AddConstraint,
    AddIndex,
    AlterTable,
    ConstraintDefinition,
    CreateTable,
    DropColumn,
    DropConstraint,
    DropTable,
    Like,
    ModifyColumn,
    ObjectName,
    OtherAction,
    PrimaryKey,
    RenameColumn,
    RenameConstraint,
    RenameTable,
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
    UniqueKey,
)

# --- created ---------------------------------------------------------------------------------------------------------


def create(state: State, content: CreateTable) -> list[str]:
    """Raises `ConflictError` where the table is there, except under `IF NOT EXISTS`, or its columns cannot be known."""
    key = state.key(content.name)
    if content.temporary:
        state.temporary.add(str(key))
        return []
    if state.find(key) is not None:
        if content.if_not_exists:
            return []
        raise ConflictError(f"there is already a table {key}")
    if content.partition_of is not None:
        return [f"create partition {key} of {state.key(content.partition_of)}"]
    if content.query and not content.columns:
        raise ConflictError(f"the columns of {key} are those of a query")
    table = Table(key.schema, key.name, key.name, state.place, _columns(state, content), comment=content.comment)
    for constraint in _distinct(state, content):
        table, _ = constraints.add(state, table, constraint)
    if content.without_rowid or (content.strict and not _is_row_number(table)):
        table = constraints.with_key_not_null(table)
    for definition in content.indexes:
        table, _ = indexes.add(state, table, definition)
    for like in content.likes:
        table = _copied(state, table, like)
    state.put(table)
    return [f"create table {table.key}"]


def _is_row_number(table: Table) -> bool:
    """https://www.sqlite.org/lang_createtable.html#rowids_and_the_integer_primary_key"""
    return any((column.name,) == table.primary_key and column.type == "integer" for column in table.columns)


def _columns(state: State, content: CreateTable) -> tuple[Column, ...]:
    """Inherited columns stand first, those that are copied where the statement copies them."""
    own = [columns.defined(state, definition) for definition in content.columns]
    for like in reversed(content.likes):
        own[like.place : like.place] = _like_columns(state, like)
    inherited = [column for parent in content.inherits for column in state.table(parent).columns]
    found = [each for each in inherited if each.name not in {column.name for column in own}] + own
    names = [column.name if state.dialect == "postgresql" else column.name.lower() for column in found]
    if len(set(names)) < len(names):
        raise ConflictError(f"the table {content.name} has two columns of one name")
    return tuple(found)


def _like_columns(state: State, like: Like) -> list[Column]:
    """Without `INCLUDING DEFAULTS` a copy has types and nullability only."""
    copied = state.table(like.table).columns
    if like.including & {"all", "defaults"}:
        return [column._replace(location=state.place) for column in copied]
    plain = (column._replace(default=None, autoincrement=False, identity=None, generated=None) for column in copied)
    return [columns.with_default_mark(state, column._replace(location=state.place)) for column in plain]


def _copied(state: State, table: Table, like: Like) -> Table:
    """Keys and indexes of the table that is copied; a copy has names of its own for them."""
    other = state.table(like.table)
    if like.including & {"all", "indexes"}:
        if other.primary_key:
            table, _ = constraints.add(state, table, PrimaryKey(None, other.primary_key))
        for unique in other.uniques:
            name = unique.name if state.dialect == "mysql" else None
            table, _ = constraints.add(state, table, UniqueKey(name, unique.columns, unique.nulls_not_distinct))
        kept = other.indexes if state.dialect == "mysql" else tuple(each._replace(name=None) for each in other.indexes)
        table = table._replace(indexes=(*table.indexes, *kept))
    if like.including & {"all", "constraints"}:
        table = table._replace(checks=(*table.checks, *other.checks))
    return table


def _distinct(state: State, content: CreateTable) -> list[ConstraintDefinition]:
    """A table's constraints, those of its columns first, checks before keys and keys before references.

    A unique constraint of the columns of another key adds nothing, except in MySQL (`transformIndexConstraints`).
    """
    found = [each for column in content.columns for each in column.constraints]
    found += content.constraints
    if state.dialect == "mysql":
        found += [UniqueKey(None, (each.name,)) for each in content.columns if each.type.text == "serial"]
    ranks = {"CheckKey": 0, "PrimaryKey": 1, "UniqueKey": 2}
    found.sort(key=lambda each: ranks.get(type(each).__name__, 3))
    if state.dialect == "mysql":
        return found
    kept: list[ConstraintDefinition] = []
    keys: dict[tuple[str, ...], int] = {}
    for each in found:
        if isinstance(each, PrimaryKey | UniqueKey) and each.columns in keys:
            place = keys[each.columns]
            earlier = kept[place]
            if earlier.name is None and isinstance(earlier, PrimaryKey | UniqueKey):
                kept[place] = earlier._replace(name=each.name)
            continue
        if isinstance(each, PrimaryKey | UniqueKey):
            keys[each.columns] = len(kept)
        kept.append(each)
    return kept


# --- dropped, renamed ------------------------------------------------------------------------------------------------


def drop(state: State, content: DropTable) -> list[str]:
    """References to a dropped table go with it; in SQLite they stay, and point nowhere."""
    done = []
    for name in content.names:
        key = state.key(name)
        table = state.find(key)
        if table is None:
            if str(key) in state.temporary or content.if_exists:
                state.temporary.discard(str(key))
                continue
            raise ConflictError(f"no earlier migration creates the table {key}", str(key))
        state.remove(table)
        if state.dialect != "sqlite":
            _forget(state, table.key)
        done.append(f"drop table {table.key}")
    return done


def _forget(state: State, key: str) -> None:
    for other in state.tables:
        kept = tuple(each for each in other.foreign_keys if each.table != key)
        if kept != other.foreign_keys:
            state.put(other._replace(foreign_keys=kept))


def rename(state: State, content: RenameTable) -> list[str]:
    return [_rename(state, state.table(content.name), state.key(content.to))]


def _rename(state: State, table: Table, key: Key) -> str:
    """References follow, but not in SQLite under `legacy_alter_table` (https://www.sqlite.org/lang_altertable.html)."""
    existing = state.find(key)
    if existing is not None and existing is not table:
        raise ConflictError(f"there is already a table {key}")
    renamed = state.rename(table, key)
    if not (state.dialect == "sqlite" and state.legacy_alter_table and not state.foreign_keys):
        state.repoint(table.key, renamed.key)
    return f"rename table {table.key} to {renamed.key}"


# --- altered ---------------------------------------------------------------------------------------------------------


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
    return _rename(state, table, _target(state, table, action))


def _set_schema(state: State, table: Table, action: SetTableSchema) -> str:
    return _rename(state, table, _target(state, table, action))


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
