"""Constraints: added to tables, dropped and renamed."""

from typing import TypeVar

from datamodel_check.extract.migrations import columns, names, taken, wording
from datamodel_check.extract.migrations.state import ConflictError, State, check_keys
from datamodel_check.model.schema import Check, ForeignKey, Index, Table, Unique
from datamodel_check.model.sql import (
    CheckKey,
    ConstraintDefinition,
    DropConstraint,
    Exclusion,
    PrimaryKey,
    Reference,
    RenameConstraint,
    UniqueKey,
)

_Named = TypeVar("_Named", Unique, ForeignKey, Check, Index)


def add(state: State, table: Table, constraint: ConstraintDefinition) -> tuple[Table, str | None]:
    """The table with the constraint, and what that is in words; None where nothing was added.

    Raises `ConflictError`.
    """
    check_keys(table)
    name = constraint.name
    if state.dialect == "postgresql" and name and name in taken.constraints(table):
        raise ConflictError(f"the table {table.key} already has a constraint {name}")
    if isinstance(constraint, PrimaryKey):
        return _add_primary_key(state, table, constraint)
    if isinstance(constraint, UniqueKey):
        return _add_unique(state, table, constraint)
    if isinstance(constraint, Reference):
        return _add_foreign_key(state, table, constraint)
    if isinstance(constraint, CheckKey):
        check = Check(name or names.check(state, table, constraint.expression), constraint.expression)
        return table._replace(checks=(*table.checks, check)), wording.check(check)
    if isinstance(constraint, Exclusion):
        return table, "exclusion constraint"
    return table, None


def _own(state: State, table: Table, given: tuple[str, ...]) -> tuple[str, ...]:
    """The columns by the names that the table has for them."""
    return tuple(columns.find(state, table, name).name for name in given)


def _add_primary_key(state: State, table: Table, key: PrimaryKey) -> tuple[Table, str]:
    if table.primary_key:
        raise ConflictError(f"the table {table.key} already has a primary key")
    if key.using_index:
        index = _index(state, table, key.using_index)
        table = table._replace(indexes=tuple(each for each in table.indexes if each is not index))
        own = tuple(column.text for column in index.columns)
    else:
        own = _own(state, table, key.columns)
    table = table._replace(
        primary_key=own, primary_key_name=key.name or key.using_index or names.primary_key(state, table)
    )
    if state.dialect != "sqlite":
        table = with_key_not_null(table)
    if state.dialect == "mysql":
        table = table._replace(primary_key_name=None)
    return table, wording.primary_key(own)


def with_key_not_null(table: Table) -> Table:
    """The table, no column of its primary key nullable."""
    key = table.primary_key
    return table._replace(
        columns=tuple(each._replace(nullable=False) if each.name in key else each for each in table.columns)
    )


def _add_unique(state: State, table: Table, key: UniqueKey) -> tuple[Table, str]:
    if key.using_index:
        index = _index(state, table, key.using_index)
        table = table._replace(indexes=tuple(each for each in table.indexes if each is not index))
        own = tuple(column.text for column in index.columns)
    else:
        own = _own(state, table, key.columns)
    name = key.name or key.using_index or names.unique(state, table, own)
    unique = Unique(name, own, key.nulls_not_distinct)
    return table._replace(uniques=(*table.uniques, unique)), wording.unique(unique)


def _add_foreign_key(state: State, table: Table, reference: Reference) -> tuple[Table, str]:
    own = _own(state, table, reference.columns)
    to = state.key(reference.table)
    other = table if str(to) == table.key else state.find(to)
    ref_columns = reference.ref_columns or (other.primary_key if other is not None else ())
    key = ForeignKey(
        name=reference.name or names.foreign_key(state, table, own),
        columns=own,
        table=other.key if other is not None else str(to),
        ref_columns=ref_columns,
        on_delete=reference.on_delete,
        on_update=reference.on_update,
    )
    return table._replace(foreign_keys=(*table.foreign_keys, key)), wording.foreign_key(key)


def _index(state: State, table: Table, name: str) -> Index:
    index = next((each for each in table.indexes if each.name and state.same(each.name, name)), None)
    if index is None:
        raise ConflictError(f"the table {table.key} has no index {name}")
    return index


# --- dropped, renamed ------------------------------------------------------------------------------------------------


def drop(state: State, table: Table, action: DropConstraint) -> Table:
    """Raises `ConflictError` where there is no such constraint."""
    name = action.name
    if action.kind == "primary key" or (name is not None and name == table.primary_key_name):
        return table._replace(primary_key=(), primary_key_name=None)

    def others(constraints: tuple[_Named, ...]) -> tuple[_Named, ...]:
        return tuple(each for each in constraints if not (each.name and name and state.same(each.name, name)))

    changed = table
    if action.kind in {None, "foreign key"}:
        changed = changed._replace(foreign_keys=others(changed.foreign_keys))
    if action.kind in {None, "check"}:
        changed = changed._replace(checks=others(changed.checks))
    if action.kind in {None, "index"}:
        changed = changed._replace(uniques=others(changed.uniques))
    if action.kind == "index" or (action.kind is None and state.dialect == "mysql"):
        changed = changed._replace(indexes=others(changed.indexes))
    if changed == table:
        what = "index" if action.kind == "index" else "constraint"
        raise ConflictError(f"the table {table.key} has no {what} {name}")
    return changed


def rename(table: Table, action: RenameConstraint) -> Table:
    """Raises `ConflictError` where there is no such constraint."""

    def renamed(constraints: tuple[_Named, ...]) -> tuple[_Named, ...]:
        return tuple(each._replace(name=action.to) if each.name == action.name else each for each in constraints)

    if table.primary_key_name == action.name:
        return table._replace(primary_key_name=action.to)
    changed = table._replace(
        uniques=renamed(table.uniques), foreign_keys=renamed(table.foreign_keys), checks=renamed(table.checks)
    )
    if changed == table:
        raise ConflictError(f"the table {table.key} has no constraint {action.name}")
    return changed
