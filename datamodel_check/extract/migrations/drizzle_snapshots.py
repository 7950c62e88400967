"""What drizzle-kit notes of the state beside its migrations: by that it tells what the next one must do.

https://github.com/drizzle-team/drizzle-orm/blob/drizzle-kit%400.31.4/drizzle-kit/src/serializer/pgSchema.ts and its
neighbours have the format. Older versions of it say indexes in other ways: what is not understood is left out.
"""

import posixpath
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.schema import (
    Check,
    Column,
    Enum,
    ForeignKey,
    Generated,
    Identity,
    Index,
    IndexColumn,
    Table,
    Unique,
    View,
    qualified,
)
from datamodel_check.model.tree import Tree


class Noted(NamedTuple):
    """A snapshot: the state after a migration, as the schema said it then."""

    path: str
    id: str
    parents: tuple[str, ...]
    tables: tuple[Table, ...]
    enums: tuple[Enum, ...]
    views: tuple[View, ...]


def snapshots(tree: Tree, folder: str, ids: Sequence[str]) -> dict[str, Noted]:
    """The snapshots beside migrations, by migration: `meta/0003_snapshot.json`, or one in each one's folder."""
    found: dict[str, Noted] = {}
    for one in ids:
        number = one.split("_", 1)[0]
        for path in (f"meta/{number}_snapshot.json", f"{one}/snapshot.json"):
            place = posixpath.join(folder, path)
            noted = _snapshot(tree, place) if place in tree else None
            if noted is not None:
                found[one] = noted
    return found


def _snapshot(tree: Tree, path: str) -> Noted | None:
    """None where the file is no snapshot that can be compared."""
    snapshot = _json(tree, path)
    if not isinstance(snapshot, dict) or not isinstance(snapshot.get("tables"), dict):
        return None
    parents = snapshot.get("prevIds") or [snapshot.get("prevId")]
    place = Location(path, NOWHERE)
    return Noted(
        path,
        str(snapshot.get("id")),
        tuple(str(parent) for parent in parents),
        tuple(_table(table, place) for table in _objects(snapshot, "tables")),
        tuple(_enum(enum, place) for enum in _objects(snapshot, "enums")),
        tuple(_view(view, place) for view in _objects(snapshot, "views")),
    )


def _json(tree: Tree, path: str) -> Any:
    from json import loads

    try:
        return loads(tree.read(path).decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return None


def _objects(value: Mapping[str, Any], name: str) -> Iterator[Mapping[str, Any]]:
    """The objects of a member, which is an object by name, or a list."""
    members = value.get(name)
    for member in members.values() if isinstance(members, dict) else members if isinstance(members, list) else ():
        if isinstance(member, dict):
            yield member


def _schema(value: object) -> str | None:
    return None if value in {None, "", "public"} else str(value)


def _strings(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list) else ()


def _enum(enum: Mapping[str, Any], place: Location) -> Enum:
    """Values are a list since version 7 of the format, an object before."""
    values = enum.get("values")
    listed = list(values.values()) if isinstance(values, dict) else values
    name = str(enum.get("name"))
    return Enum(_schema(enum.get("schema")), name, name, _strings(listed), place)


def _view(view: Mapping[str, Any], place: Location) -> View:
    name, definition = str(view.get("name")), view.get("definition")
    return View(
        _schema(view.get("schema")),
        name,
        name,
        place,
        (),
        str(definition) if definition and not view.get("isExisting") else None,
        materialized=bool(view.get("materialized")),
    )


# --- tables ----------------------------------------------------------------------------------------------------------


def _table(table: Mapping[str, Any], place: Location) -> Table:
    name = str(table.get("name"))
    columns = tuple(_column(column, place) for column in _objects(table, "columns"))
    names = {column.name for column in columns}
    composite = next((_strings(key.get("columns")) for key in _objects(table, "compositePrimaryKeys")), ())
    return Table(
        schema=_schema(table.get("schema")),
        name=name,
        code_name=name,
        location=place,
        columns=columns,
        primary_key=composite or tuple(column.name for column in columns if column.primary_key),
        uniques=tuple(map(_unique, _objects(table, "uniqueConstraints"))),
        indexes=tuple(index for one in _objects(table, "indexes") if (index := _index(one, names)) is not None),
        foreign_keys=tuple(map(_foreign_key, _objects(table, "foreignKeys"))),
        checks=tuple(
            Check(str(check.get("name")), str(check.get("value"))) for check in _objects(table, "checkConstraints")
        ),
    )


def _column(column: Mapping[str, Any], place: Location) -> Column:
    name = str(column.get("name"))
    column_type = str(column.get("type"))
    enum = None
    if "typeSchema" in column:
        enum = qualified(_schema(column["typeSchema"]), column_type.removesuffix("[]"))
    return Column(
        name=name,
        code_name=name,
        type=column_type,
        nullable=not column.get("notNull"),
        location=place,
        primary_key=bool(column.get("primaryKey")),
        default=_default(column.get("default")),
        autoincrement=bool(column.get("autoincrement")) or column_type.endswith("serial"),
        generated=_generated(column.get("generated")),
        identity=_identity(column.get("identity")),
        enum=enum,
        on_update="now()" if column.get("onUpdate") else None,
    )


def _default(value: object) -> str | None:
    """SQL, or the value itself."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | float) else None


def _generated(value: object) -> Generated | None:
    if not isinstance(value, dict):
        return None
    return Generated(str(value.get("as")), stored=value.get("type") == "stored")


def _identity(value: object) -> Identity | None:
    if not isinstance(value, dict):
        return None
    return Identity(always=value.get("type") == "always")


def _unique(unique: Mapping[str, Any]) -> Unique:
    return Unique(str(unique.get("name")), _strings(unique.get("columns")), bool(unique.get("nullsNotDistinct")))


def _index(index: Mapping[str, Any], names: Collection[str]) -> Index | None:
    given = index.get("columns")
    columns = tuple(_index_column(column, names) for column in given) if isinstance(given, list) else ()
    if not columns:
        return None
    where, method = index.get("where"), index.get("method")
    return Index(
        str(index.get("name")),
        columns,
        unique=bool(index.get("isUnique")),
        method=str(method) if method else None,
        where=str(where) if where else None,
    )


def _index_column(column: object, names: Collection[str]) -> IndexColumn:
    """Of MySQL and SQLite only a text, which is an expression where it names no column."""
    if not isinstance(column, dict):
        return IndexColumn(str(column), expression=str(column) not in names)
    if column.get("isExpression"):
        return IndexColumn(str(column.get("expression")), expression=True)  # its order stands in its text
    nulls = column.get("nulls")
    return IndexColumn(
        str(column.get("expression")),
        order="desc" if column.get("asc") is False else None,
        nulls=nulls if nulls in {"first", "last"} else None,
        operator_class=str(column["opclass"]) if column.get("opclass") else None,
    )


def _foreign_key(key: Mapping[str, Any]) -> ForeignKey:
    return ForeignKey(
        str(key.get("name")),
        _strings(key.get("columnsFrom")),
        qualified(_schema(key.get("schemaTo")), str(key.get("tableTo"))),
        _strings(key.get("columnsTo")),
        on_delete=str(key.get("onDelete") or "no action"),
        on_update=str(key.get("onUpdate") or "no action"),
    )
