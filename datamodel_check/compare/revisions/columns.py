"""Columns of one table between two revisions."""

from collections.abc import Iterator

from datamodel_check.compare.revisions.types import narrows, widens
from datamodel_check.model.change import Event, FactChange, Risk
from datamodel_check.model.schema import Column, Table


def of_columns(before: Table, after: Table, users: str) -> Iterator[FactChange]:
    """`users` says who touches the table, or is empty."""
    old = {column.name: column for column in before.columns}
    new = {column.name: column for column in after.columns}
    for name in old.keys() - new.keys():
        yield _removed(before, old[name], users)
    for name in new.keys() - old.keys():
        yield _added(after, new[name])
    for name in old.keys() & new.keys():
        yield from _changed(after, old[name], new[name])


# --- one change ------------------------------------------------------------------------------------------------------


def said(column: Column) -> str:
    """`varchar(255) not null default 'x'`."""
    words = [column.type]
    if not column.nullable:
        words.append("not null")
    if column.default is not None:
        words.append(f"default {column.default}")
    return " ".join(words)


def _change(table: Table, column: Column, text: str, risk: Risk, reason: str, *, kind: Event = "changed") -> FactChange:
    subject = f"{table.key}.{column.name}"
    return FactChange(kind, "tables", subject, text, risk, reason, column.location)


def _added(table: Table, column: Column) -> FactChange:
    filled = column.has_default or column.autoincrement or column.generated or column.identity
    if column.nullable or filled:
        return _change(table, column, f"column added ({said(column)})", "safe", "", kind="added")
    reason = "existing rows have no value for it, and neither have inserts that do not know it"
    return _change(table, column, f"column added ({said(column)})", "breaking", reason, kind="added")


def _removed(table: Table, column: Column, users: str) -> FactChange:
    reason = "its data is lost" + (f"; the table is used by {users}" if users else "")
    return _change(table, column, "column removed", "breaking", reason, kind="removed")


def _changed(table: Table, old: Column, new: Column) -> Iterator[FactChange]:
    if old.type != new.type:
        yield _of_type(table, old, new)
    if old.nullable != new.nullable:
        yield _of_null(table, new)
    if (old.default, old.client_default) != (new.default, new.client_default):
        yield _of_default(table, old, new)
    if old.generated != new.generated:
        text = f"generated from {new.generated.expression}" if new.generated else "no longer generated"
        yield _change(table, new, text, "risky", "what it holds is computed in another way")
    if old.allowed_values != new.allowed_values:
        yield _of_choices(table, old, new)
    if old.on_update != new.on_update:
        text = f"on update {old.on_update or 'kept'} → {new.on_update or 'kept'}"
        yield _change(table, new, text, "risky", "an update sets it to something else")
    for name, was, is_ in (("comment", old.comment, new.comment), ("name in code", old.code_name, new.code_name)):
        if was != is_:
            yield _change(table, new, f"{name} {was or 'none'} → {is_ or 'none'}", "safe", "")
    if (old.identity, old.autoincrement) != (new.identity, new.autoincrement):
        text = "counts by itself" if new.identity or new.autoincrement else "no longer counts by itself"
        yield _change(table, new, text, "risky", "inserts that rely on the database or on themselves for it may fail")


def _of_type(table: Table, old: Column, new: Column) -> FactChange:
    text = f"type {old.type} → {new.type}"
    if widens(old.type, new.type):
        return _change(table, new, text, "safe", "it holds all that it held")
    if narrows(old.type, new.type):
        return _change(table, new, text, "breaking", "it no longer holds all that it held")
    return _change(table, new, text, "risky", "values are converted, and readers get another type")


def _of_null(table: Table, new: Column) -> FactChange:
    if new.nullable:
        return _change(table, new, "null allowed", "risky", "readers that rely on a value may find none")
    return _change(table, new, "null forbidden", "breaking", "it fails where rows hold null, as do inserts of null")


def _of_default(table: Table, old: Column, new: Column) -> FactChange:
    if new.default is None and not new.client_default:
        text = f"default {old.default} removed" if old.default is not None else "no longer set by the ORM"
        risk: Risk = "safe" if new.nullable else "breaking"
        return _change(table, new, text, risk, "inserts without a value " + ("get null" if new.nullable else "fail"))
    if old.default is None and not old.client_default:
        text = f"default {new.default} added" if new.default is not None else "set by the ORM"
        return _change(table, new, text, "safe", "")
    text = f"default {old.default or 'of the ORM'} → {new.default or 'of the ORM'}"
    return _change(table, new, text, "risky", "new rows get another value than old ones")


def _of_choices(table: Table, old: Column, new: Column) -> FactChange:
    gone = [value for value in old.allowed_values if value not in new.allowed_values]
    text = f"choices {', '.join(old.allowed_values) or 'any'} → {', '.join(new.allowed_values) or 'any'}"
    if new.allowed_values and (gone or not old.allowed_values):
        return _change(table, new, text, "risky", "rows may hold others")
    return _change(table, new, text, "safe", "readers may not know the new ones")
