"""Tables: created, dropped, renamed."""

from datamodel_check.extract.migrations import columns, constraints, indexes
from datamodel_check.extract.migrations.state import MOST_COLUMNS, MOST_KEYS, ConflictError, Key, State, check_size
from datamodel_check.model.schema import Column, Table
from datamodel_check.model.sql import (
    ConstraintDefinition,
    CreateTable,
    DropTable,
    Like,
    PrimaryKey,
    RenameTable,
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
    check_size(len(content.columns), "columns", MOST_COLUMNS[state.dialect])
    check_size(len(content.constraints) + len(content.indexes), "keys, indexes and checks", MOST_KEYS)
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
    return [move(state, state.table(content.name), state.key(content.to))]


def move(state: State, table: Table, key: Key) -> str:
    """References follow, but not in SQLite under `legacy_alter_table` (https://www.sqlite.org/lang_altertable.html)."""
    existing = state.find(key)
    if existing is not None and existing is not table:
        raise ConflictError(f"there is already a table {key}")
    renamed = state.rename(table, key)
    if not (state.dialect == "sqlite" and state.legacy_alter_table and not state.foreign_keys):
        state.repoint(table.key, renamed.key)
    return f"rename table {table.key} to {renamed.key}"
