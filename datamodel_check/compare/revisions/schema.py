"""Tables, enums and views between two revisions."""

from collections.abc import Iterator, Mapping, Sequence

from datamodel_check.compare.revisions.carried import Renamed, carried, renamed
from datamodel_check.compare.revisions.columns import of_columns
from datamodel_check.compare.revisions.constraints import of_constraints
from datamodel_check.compare.revisions.policies import of_row_level_security
from datamodel_check.compare.revisions.renames import renames, shared
from datamodel_check.model.change import FactChange
from datamodel_check.model.schema import Enum, Source, Table, View
from datamodel_check.model.snapshot import Snapshot

_SEVERAL = 3
"""As many users of a table are named."""


def of_schemas(before: Snapshot, after: Snapshot) -> Iterator[FactChange]:
    users = _users(before)
    for old, new in _pairs(before.sources, after.sources):
        yield from _of_tables(old, new, users)
        yield from _of_enums(old.enums if old else (), new.enums if new else ())
        yield from _of_views(old.views if old else (), new.views if new else ())


def _pairs(before: Sequence[Source], after: Sequence[Source]) -> Iterator[tuple[Source | None, Source | None]]:
    """Schemas with one id; else those that hold mostly the same tables, for files are moved."""
    old = {source.id: source for source in before}
    new = {source.id: source for source in after}
    gone = [source for name, source in old.items() if name not in new]
    come = [source for name, source in new.items() if name not in old]
    moved = renames(gone, come, lambda one, other: shared(_keys(one), _keys(other)))
    yield from ((old[name], new[name]) for name in old if name in new)
    yield from moved
    yield from ((source, None) for source in gone if not any(source is one for one, _ in moved))
    yield from ((None, source) for source in come if not any(source is other for _, other in moved))


def new_names(before: Snapshot, after: Snapshot) -> Mapping[str, str]:
    """Old keys of tables and columns to new ones, as far as they were renamed."""
    found: dict[str, str] = {}
    for old, new in _pairs(before.sources, after.sources):
        names = renamed(old, new) if old and new else Renamed()
        for table in old.tables if old and new else ():
            key = names.table(table.key)
            columns = {f"{table.key}.{one.name}": f"{key}.{names.column(table.key, one.name)}" for one in table.columns}
            found |= {table.key: key, **columns}
    return {old: new for old, new in found.items() if old != new}


def _keys(source: Source) -> frozenset[object]:
    return frozenset(table.key for table in source.tables)


def _users(snapshot: Snapshot) -> Mapping[str, str]:
    """Who touches each table, in words."""
    found: dict[str, list[str]] = {}
    for route in snapshot.routes:
        for table in {*route.reads, *route.writes}:
            found.setdefault(table, []).append(route.key)
    return {table: _few(sorted(names)) for table, names in found.items()}


def _few(names: Sequence[str]) -> str:
    more = len(names) - _SEVERAL
    return ", ".join(names[:_SEVERAL]) + (f" and {more} more" if more > 0 else "")


# --- tables ----------------------------------------------------------------------------------------------------------


def _of_tables(before: Source | None, after: Source | None, users: Mapping[str, str]) -> Iterator[FactChange]:
    names = renamed(before, after) if before and after else Renamed()
    old = {names.table(table.key): table for table in (before.tables if before else ())}
    new = {table.key: table for table in (after.tables if after else ())}
    for key in old.keys() - new.keys():
        reason = "its rows are lost" + (f"; it is used by {users[key]}" if key in users else "")
        yield FactChange("removed", "tables", key, "table removed", "breaking", reason, old[key].location)
    for key in new.keys() - old.keys():
        text = f"table added ({', '.join(column.name for column in new[key].columns)})"
        yield FactChange("added", "tables", key, text, "safe", "", new[key].location)
    for key in old.keys() & new.keys():
        yield from _of_names(old[key], new[key], names)
        yield from _of_table(carried(old[key], names), new[key], users.get(old[key].key, ""))


def _of_names(before: Table, after: Table, names: Renamed) -> Iterator[FactChange]:
    if before.key != after.key:
        reason = "whoever uses the old name fails; without a migration that renames it, its rows are lost"
        text = f"table renamed to {after.key}"
        yield FactChange("renamed", "tables", before.key, text, "breaking", reason, after.location)
    for old, new in names.columns.get(before.key, {}).items():
        reason = "whoever uses the old name fails; without a migration that renames it, its data is lost"
        column = after.column(new)
        place = column.location if column else after.location
        subject = f"{before.key}.{old}"
        yield FactChange("renamed", "tables", subject, f"column renamed to {new}", "breaking", reason, place)


def _of_table(before: Table, after: Table, users: str) -> Iterator[FactChange]:
    yield from of_columns(before, after, users)
    yield from of_constraints(before, after)
    yield from of_row_level_security(before, after)
    if before.comment != after.comment:
        yield FactChange("changed", "tables", after.key, "comment changed", "safe", "", after.location)


# --- enums and views -------------------------------------------------------------------------------------------------


def _of_enums(before: Sequence[Enum], after: Sequence[Enum]) -> Iterator[FactChange]:
    old = {enum.key: enum for enum in before}
    new = {enum.key: enum for enum in after}
    for key in old.keys() - new.keys():
        yield FactChange("removed", "enums", key, "enum removed", "breaking", "", old[key].location)
    for key in new.keys() - old.keys():
        text = f"enum added ({', '.join(new[key].values)})"
        yield FactChange("added", "enums", key, text, "safe", "", new[key].location)
    for key in old.keys() & new.keys():
        yield from _of_enum(key, old[key], new[key])


def _of_enum(key: str, before: Enum, after: Enum) -> Iterator[FactChange]:
    place = after.location
    for value in before.values:
        if value not in after.values:
            reason = "rows may hold it, and code may write it"
            yield FactChange("removed", "enums", key, f"value {value} removed", "breaking", reason, place)
    for value in after.values:
        if value not in before.values:
            reason = "readers may not know it"
            yield FactChange("added", "enums", key, f"value {value} added", "safe", reason, place)
    kept = [value for value in before.values if value in after.values]
    if kept != [value for value in after.values if value in before.values]:
        reason = "values are sorted and compared by their order"
        yield FactChange("changed", "enums", key, "values in another order", "risky", reason, place)


def _of_views(before: Sequence[View], after: Sequence[View]) -> Iterator[FactChange]:
    old = {view.key: view for view in before}
    new = {view.key: view for view in after}
    for key in old.keys() - new.keys():
        yield FactChange("removed", "views", key, "view removed", "breaking", "", old[key].location)
    for key in new.keys() - old.keys():
        yield FactChange("added", "views", key, "view added", "safe", "", new[key].location)
    for key in old.keys() & new.keys():
        if (old[key].definition, old[key].materialized) != (new[key].definition, new[key].materialized):
            reason = "its rows or columns may be others"
            yield FactChange("changed", "views", key, "view defined anew", "risky", reason, new[key].location)
