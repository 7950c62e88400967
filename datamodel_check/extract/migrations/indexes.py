"""Indexes: created, dropped and renamed."""

from datamodel_check.extract.migrations import columns, names, wording
from datamodel_check.extract.migrations.state import ConflictError, State, check_keys
from datamodel_check.model.schema import Index, Table
from datamodel_check.model.sql import CreateIndex, DropIndex, IndexDefinition, ObjectName, RenameIndex


def add(state: State, table: Table, definition: IndexDefinition) -> tuple[Table, Index]:
    """Raises `ConflictError` where a column is missing, or an index of that name is there."""
    check_keys(table)
    named = tuple(
        each if each.expression else each._replace(text=columns.find(state, table, each.text).name)
        for each in definition.columns
    )
    name = definition.name or names.index(state, table, named)
    if definition.name and _exists(state, table, definition.name):
        raise ConflictError(f"there is already an index {definition.name}")
    index = Index(name, named, definition.unique, definition.method, definition.where, definition.options)
    return table._replace(indexes=(*table.indexes, index)), index


def create(state: State, content: CreateIndex) -> str | None:
    key = state.key(content.table)
    if state.find(key) is None and str(key) in state.temporary:
        return None
    view = state.views.get(str(key))
    if view is not None and state.find(key) is None:
        return f"create index {content.definition.name} on {view.key}"
    table = state.table(content.table)
    if content.if_not_exists and content.definition.name and _exists(state, table, content.definition.name):
        return None
    table, index = add(state, table, content.definition)
    state.put(table)
    return f"create {wording.index(index, table.key)}"


def drop(state: State, content: DropIndex) -> list[str]:
    """Raises `ConflictError` where there is none, except under `IF EXISTS`."""
    done = []
    for name in content.names:
        found = _find(state, name, content.table)
        if found is None:
            if not content.if_exists:
                raise ConflictError(f"no earlier migration creates the index {name}", str(name))
            continue
        table, index = found
        state.put(without(table, index))
        done.append(f"drop index {index.name} on {table.key}")
    return done


def without(table: Table, index: Index) -> Table:
    """MySQL's unique constraints are indexes, and dropped as such."""
    return table._replace(
        indexes=tuple(each for each in table.indexes if each is not index),
        uniques=tuple(each for each in table.uniques if each.name != index.name),
    )


def rename(state: State, content: RenameIndex) -> list[str]:
    """The index of a constraint goes by the constraint's name, and takes it along."""
    found = _find(state, content.name, None)
    if found is None:
        if content.if_exists:
            return []
        raise ConflictError(f"no earlier migration creates the index {content.name}", str(content.name))
    table, index = found
    state.put(renamed(table, index.name or "", content.to))
    return [f"rename index {index.name} to {content.to} on {table.key}"]


def renamed(table: Table, name: str, to: str) -> Table:
    return table._replace(
        primary_key_name=to if table.primary_key_name == name else table.primary_key_name,
        uniques=tuple(each._replace(name=to) if each.name == name else each for each in table.uniques),
        indexes=tuple(each._replace(name=to) if each.name == name else each for each in table.indexes),
    )


def _find(state: State, name: ObjectName, owner: ObjectName | None) -> tuple[Table, Index] | None:
    """An index, or a constraint's, by name: in the schema, or in MySQL in its table."""
    key = state.key(name)
    for table in [state.table(owner)] if owner is not None else state.tables:
        if table.schema != key.schema and state.dialect == "postgresql":
            continue
        for index in (*table.indexes, *_of_constraints(table)):
            if index.name and state.same(index.name, key.name):
                return table, index
    return None


def _names(table: Table) -> list[str | None]:
    return [*(index.name for index in table.indexes), *(unique.name for unique in table.uniques)]


def _of_constraints(table: Table) -> list[Index]:
    keys = [Index(unique.name, (), unique=True) for unique in table.uniques]
    return [*keys, Index(table.primary_key_name, (), unique=True)]


def _exists(state: State, table: Table, name: str) -> bool:
    """Names are a table's own in MySQL, else the schema's."""
    if state.dialect == "mysql":
        return any(each and state.same(each, name) for each in _names(table))
    if state.dialect == "postgresql":
        return state.takes(table.schema, name) or any(each == name for each in _names(table))
    return _find(state, ObjectName(None, name), None) is not None
