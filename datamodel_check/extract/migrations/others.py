"""Views, sequences, schemas and comments."""

from datamodel_check.extract.migrations import columns, tables, types
from datamodel_check.extract.migrations.state import ConflictError, Key, State
from datamodel_check.model.schema import Sequence, View
from datamodel_check.model.sql import (
    AlterSequence,
    Comment,
    CreateSequence,
    CreateView,
    DropSchema,
    DropSequence,
    DropTable,
    DropView,
    ObjectName,
    RenameSchema,
    RenameView,
)

# --- views -----------------------------------------------------------------------------------------------------------


def create_view(state: State, content: CreateView) -> str | None:
    key = state.key(content.name)
    existing = state.views.get(str(key))
    if content.temporary or (existing is not None and content.if_not_exists):
        return None
    if existing is not None and not content.replace:
        raise ConflictError(f"there is already a view {key}")
    state.views[str(key)] = View(
        key.schema, key.name, key.name, state.place, (), content.definition, content.materialized
    )
    return f"{'create' if existing is None else 'replace'} view {key}"


def drop_view(state: State, content: DropView) -> list[str]:
    done = []
    for name in content.names:
        key = str(state.key(name))
        if state.views.pop(key, None) is not None:
            done.append(f"drop view {key}")
        elif not content.if_exists:
            raise ConflictError(f"no earlier migration creates the view {key}", key)
    return done


def rename_view(state: State, content: RenameView) -> str | None:
    key, to = str(state.key(content.name)), state.key(content.to)
    view = state.views.pop(key, None)
    if view is None:
        return None
    state.views[str(to)] = view._replace(schema=to.schema, name=to.name, code_name=to.name)
    return f"rename view {key} to {to}"


# --- sequences -------------------------------------------------------------------------------------------------------


def create_sequence(state: State, content: CreateSequence) -> str | None:
    """A sequence that a column owns is a fact of the column."""
    key = state.key(content.name)
    if content.owned_by is not None:
        return f"create sequence {key}"
    if str(key) in state.sequences:
        if content.if_not_exists:
            return None
        raise ConflictError(f"there is already a sequence {key}")
    state.sequences[str(key)] = Sequence(key.schema, key.name, state.place, content.options)
    return f"create sequence {key}"


def alter_sequence(state: State, content: AlterSequence) -> str | None:
    key = state.key(content.name)
    sequence = state.sequences.pop(str(key), None)
    if sequence is None or content.owned_by is not None:
        return None
    options = tuple(sorted({**dict(sequence.options), **dict(content.options)}.items()))
    to = Key(content.schema if content.schema is not None else key.schema, content.to or key.name)
    state.sequences[str(to)] = sequence._replace(schema=to.schema, name=to.name, options=options)
    return f"rename sequence {key} to {to}" if to != key else f"change sequence {key}"


def drop_sequence(state: State, content: DropSequence) -> list[str]:
    """Sequences that columns own are not known by name."""
    done = []
    for name in content.names:
        key = str(state.key(name))
        if state.sequences.pop(key, None) is not None:
            done.append(f"drop sequence {key}")
    return done


# --- schemas ---------------------------------------------------------------------------------------------------------


def drop_schema(state: State, content: DropSchema) -> list[str]:
    """All that is in it goes with it."""
    done = []
    for schema in content.names:
        inside = tuple(ObjectName(schema, table.name) for table in state.tables if table.schema == schema)
        if inside:
            done += tables.drop(state, DropTable(inside))
        for enum in state.enums:
            if enum.schema == schema:
                state.remove_enum(enum.key)
        for kind in (state.views, state.sequences):
            for key in [key for key in kind if key.startswith(f"{schema}.")]:
                del kind[key]
        done.append(f"drop schema {schema}")
    return done


def rename_schema(state: State, content: RenameSchema) -> str:
    for table in state.tables:
        if table.schema == content.name:
            renamed = state.rename(table, Key(content.to, table.name))
            state.repoint(table.key, renamed.key)
    for enum in state.enums:
        if enum.schema == content.name:
            types.moved(state, enum, enum._replace(schema=content.to))
    return f"rename schema {content.name} to {content.to}"


# --- comments --------------------------------------------------------------------------------------------------------


def comment(state: State, content: Comment) -> str:
    table = state.table(content.table)
    if content.column is None:
        state.put(table._replace(comment=content.text))
        return f"comment on {table.key}"
    column = columns.change(state, table, content.column, lambda each: each._replace(comment=content.text))
    return f"comment on {table.key}.{column.name}"
