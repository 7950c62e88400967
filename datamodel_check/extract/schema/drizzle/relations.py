"""Relations by name: `relations()` (drizzle-orm/relations.ts) and `defineRelations()` (https://orm.drizzle.team/docs/relations-v2)."""

from collections.abc import Iterable, Iterator

from datamodel_check.extract.schema.drizzle.dialects import is_orm
from datamodel_check.extract.schema.drizzle.reader import ColumnName, Reader, TableCall, TableName, table_call
from datamodel_check.extract.symbols import Symbol, argument, callee, entry, string, symbol
from datamodel_check.model.location import Location
from datamodel_check.model.schema import Relation
from datamodel_check.model.values import (
    Application,
    Closure,
    Constant,
    External,
    ListValue,
    Namespace,
    ObjectValue,
    Value,
)

_HELPERS = "drizzle-orm/relations"
"""The made-up package of what the callbacks receive: `one`, `many`, `r`."""

FUNCTIONS = ("relations", "defineRelations", "defineRelationsPart")


def relation_call(value: Value) -> Application | None:
    """The call of `relations()` or `defineRelations()` behind an export."""
    function = callee(value)
    if function is None or not isinstance(value, Application):
        return None
    return value if is_orm(function.package) and function.name in FUNCTIONS else None


def subjects(reader: Reader, call: Application) -> Iterator[TableCall]:
    """The tables that the call has relations for."""
    schema = argument(call.arguments, 0)
    if isinstance(schema, ObjectValue):
        values: Iterable[Value] = schema.entries.values()
    elif isinstance(schema, Namespace):
        values = (export.value for export in reader.program.exports(schema.path))
    else:
        values = () if schema is None else (schema,)
    yield from (table for value in values if (table := table_call(value)) is not None)


def relations(reader: Reader, call: Application, location: Location) -> Iterator[Relation]:
    """Every relation that the call declares."""
    function = callee(call)
    if function is not None and function.name == "relations":
        yield from _first_version(reader, call, location)
    else:
        yield from _second_version(reader, call, location)


def _first_version(reader: Reader, call: Application, location: Location) -> Iterator[Relation]:
    """`relations(users, ({ one, many }) => ({ posts: many(posts) }))`."""
    subject = argument(call.arguments, 0)
    table = reader.table(subject) if subject is not None else None
    if table is None:
        reader.unresolved("the table of relations()", subject, location)
        return
    helpers = ObjectValue({kind: External(_HELPERS, (kind,)) for kind in ("one", "many")})
    members = _applied(reader, argument(call.arguments, 1), helpers)
    if members is None:
        reader.unresolved(f"the relations of {table.key}", argument(call.arguments, 1), location)
        return
    for spread in members.open:
        reader.unresolved(f"a group of relations of {table.key}", spread, location)
    for name, value in members.entries.items():
        relation = _one_or_many(reader, table, name, value, members.places.get(name, location))
        if relation is not None:
            yield relation


def _one_or_many(reader: Reader, table: TableName, name: str, value: Value, place: Location) -> Relation | None:
    function = callee(value)
    if not isinstance(value, Application) or function is None or function.package != _HELPERS:
        reader.unresolved(f"the relation {table.key}.{name}", value, place)
        return None
    target = argument(value.arguments, 0)
    to = reader.table(target) if target is not None else None
    if to is None:
        reader.unresolved(f"the table that the relation {table.key}.{name} points to", target, place)
        to = TableName(None, reader.describe(target) if target is not None else "")
    options = argument(value.arguments, 1)
    return Relation(
        table=table.key,
        name=name,
        kind="one" if function.name == "one" else "many",
        to=to.key,
        location=place,
        columns=_names(reader, entry(options, "fields"), place),
        ref_columns=_names(reader, entry(options, "references"), place),
        relation_name=string(entry(options, "relationName")),
    )


def _second_version(reader: Reader, call: Application, location: Location) -> Iterator[Relation]:
    """`defineRelations(schema, (r) => ({ users: { posts: r.many.posts({ from, to }) } }))`."""
    schema = argument(call.arguments, 0)
    tables = _applied(reader, argument(call.arguments, 1), External(_HELPERS, ()))
    if schema is None or tables is None:
        if argument(call.arguments, 1) is not None:
            reader.unresolved("the relations of defineRelations()", argument(call.arguments, 1), location)
        return
    for key, members in tables.entries.items():
        table = reader.table(reader.program.member(schema, key))
        if table is None or not isinstance(members, ObjectValue):
            reader.unresolved(f"the relations of {key}", members, tables.places.get(key, location))
            continue
        for name, value in members.entries.items():
            relation = _defined(reader, schema, table, name, value, members.places.get(name, location))
            if relation is not None:
                yield relation


def _defined(
    reader: Reader, schema: Value, table: TableName, name: str, value: Value, place: Location
) -> Relation | None:
    function = callee(value)
    if (
        not isinstance(value, Application)
        or function is None
        or function.package != _HELPERS
        or len(function.path) != 2
    ):
        reader.unresolved(f"the relation {table.key}.{name}", value, place)
        return None
    kind, target = function.path
    to = reader.table(reader.program.member(schema, target))
    options = argument(value.arguments, 0)
    columns, through = _ends(reader, schema, entry(options, "from"))
    ref_columns, _ = _ends(reader, schema, entry(options, "to"))
    return Relation(
        table=table.key,
        name=name,
        kind="one" if kind == "one" else "many",
        to=to.key if to is not None else target,
        location=place,
        columns=columns,
        ref_columns=ref_columns,
        through=through,
        relation_name=string(entry(options, "alias")),
    )


def _ends(reader: Reader, schema: Value, value: Value | None) -> tuple[tuple[str, ...], str | None]:
    """The columns of `from` or `to`, and the table that `.through(…)` leads over."""
    if value is None:
        return (), None
    items = value.items if isinstance(value, ListValue) else (value,)
    names: list[str] = []
    through: str | None = None
    for item in items:
        column, over = _end(reader, schema, item)
        names.append(column.name if column is not None else reader.describe(item))
        through = over or through
    return tuple(names), through


def _end(reader: Reader, schema: Value, value: Value) -> tuple[ColumnName | None, str | None]:
    """`r.users.id`, or `r.users.id.through(r.members.userId)`."""
    function = callee(value)
    if function is not None and isinstance(value, Application) and function.path[-1:] == ("through",):
        bridge = argument(value.arguments, 0)
        over = _column(reader, schema, symbol(bridge)) if bridge is not None else None
        return _column(reader, schema, function._replace(path=function.path[:-1])), over.table.key if over else None
    return _column(reader, schema, symbol(value)), None


def _column(reader: Reader, schema: Value, path: Symbol | None) -> ColumnName | None:
    if path is None or path.package != _HELPERS or len(path.path) != 2:
        return None
    table, column = path.path
    return reader.column(reader.program.member(reader.program.member(schema, table), column))


def _applied(reader: Reader, callback: Value | None, helpers: Value) -> ObjectValue | None:
    result = reader.program.call(callback, [helpers]) if isinstance(callback, Closure) else callback
    return result if isinstance(result, ObjectValue) else None


def _names(reader: Reader, value: Value | None, place: Location) -> tuple[str, ...]:
    if value is None or isinstance(value, Constant):
        return ()
    return tuple(column.name for column in reader.column_list(value, "a column of a relation", place))
