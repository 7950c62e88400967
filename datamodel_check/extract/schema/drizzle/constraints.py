"""A table's third argument: keys, indexes, checks, policies (drizzle-orm/*/utils.ts, `getTableConfig`)."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from datamodel_check.extract.schema.drizzle.casing import rename
from datamodel_check.extract.schema.drizzle.dialects import rules_for
from datamodel_check.extract.schema.drizzle.indexes import index
from datamodel_check.extract.schema.drizzle.known import CRUD_POLICY
from datamodel_check.extract.schema.drizzle.policies import crud_policies, policy
from datamodel_check.extract.schema.drizzle.reader import ColumnName, Reader, TableCall, TableName
from datamodel_check.extract.schema.drizzle.sql import Writer, is_sql
from datamodel_check.extract.symbols import Step, argument, callee, chain, entry, string
from datamodel_check.model.location import Location
from datamodel_check.model.schema import Check, ForeignKey, Index, Policy, Unique
from datamodel_check.model.snapshot import PassedOver
from datamodel_check.model.values import Application, Closure, Constant, ListValue, ObjectValue, Value


class PrimaryKey(NamedTuple):
    name: str
    columns: tuple[str, ...]


class Constraints(NamedTuple):
    """Everything that the third argument says."""

    primary_keys: tuple[PrimaryKey, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()
    uniques: tuple[Unique, ...] = ()
    indexes: tuple[Index, ...] = ()
    checks: tuple[Check, ...] = ()
    policies: tuple[Policy, ...] = ()


Constraint = PrimaryKey | ForeignKey | Unique | Index | Check | Policy


def constraints(reader: Reader, call: TableCall) -> Constraints:
    """The third argument applied to the table, in its form as array or as object."""
    extra = call.extra
    if extra is None:
        return Constraints()
    table, place = reader.table_name(call), call.application.location
    if isinstance(extra, Closure):
        extra = reader.program.call(extra, [call.application])
    found = [
        constraint
        for item in _items(reader, table, extra, place)
        for constraint in _constraints(reader, table, item, place)
    ]
    return Constraints(
        tuple(one for one in found if isinstance(one, PrimaryKey)),
        tuple(one for one in found if isinstance(one, ForeignKey)),
        tuple(one for one in found if isinstance(one, Unique)),
        tuple(one for one in found if isinstance(one, Index)),
        tuple(one for one in found if isinstance(one, Check)),
        tuple(one for one in found if isinstance(one, Policy)),
    )


def _items(reader: Reader, table: TableName, extra: Value, place: Location) -> Iterator[Value]:
    """The values of the object, or the members of the array, arrays in it opened up once (`.flat(1)`)."""
    if not isinstance(extra, ObjectValue | ListValue):
        reader.unresolved(f"the constraints of {table.key}", extra, place)
        return
    spreads = list(extra.open)
    if isinstance(extra, ObjectValue):
        yield from extra.entries.values()
    else:
        yield from _flat(extra)
        spreads += [spread for item in extra.items if isinstance(item, ListValue) for spread in item.open]
    for spread in spreads:
        reader.unresolved(f"a group of constraints of {table.key}", spread, place)


def _flat(extra: ListValue) -> Iterator[Value]:
    for item in extra.items:
        if isinstance(item, ListValue):
            yield from item.items
        else:
            yield item


def _constraints(reader: Reader, table: TableName, item: Value, place: Location) -> Iterator[Constraint]:
    root, steps = chain(item)
    function = callee(root)
    if isinstance(root, Application) and function is not None:
        if function == CRUD_POLICY:
            yield from crud_policies(reader, root)
            return
        made = _CONSTRAINTS.get(function.name) if rules_for(function) else None
        if made is not None:
            yield made(reader, table, root, steps)
            return
    if isinstance(item, ListValue | ObjectValue) or is_sql(item):
        what = "an array" if isinstance(item, ListValue) else "SQL text" if is_sql(item) else "a plain object"
        reason = f"{what} among the constraints of {table.key} is ignored by drizzle-orm"
        reader.passed_over.append(PassedOver(place.path, reason))
    elif not isinstance(item, Constant):  # what `condition && index(…)` leaves behind is ignored by drizzle-orm too
        reader.unresolved(f"a constraint of {table.key}", item, place)


# --- one function per kind -------------------------------------------------------------------------------------------


def _primary_key(reader: Reader, table: TableName, root: Application, _: tuple[Step, ...]) -> PrimaryKey:
    """*/primary-keys.ts: `primaryKey({ columns, name })`, or the columns themselves."""
    options = argument(root.arguments, 0)
    listed = entry(options, "columns") if isinstance(options, ObjectValue) else ListValue(root.arguments, root.open)
    columns = reader.column_list(listed, f"a column of the primary key of {table.key}", root.location)
    originals = tuple(column.original for column in columns)
    name = string(entry(options, "name")) or f"{table.name}_{'_'.join(originals)}_pk"
    return PrimaryKey(_recased(reader, name, columns), tuple(column.name for column in columns))


def _foreign_key(reader: Reader, table: TableName, root: Application, steps: tuple[Step, ...]) -> ForeignKey:
    """*/foreign-keys.ts; SQLite's takes a function as well."""
    options = argument(root.arguments, 0)
    if isinstance(options, Closure):
        options = reader.program.call(options, [])
    what = f"a column of a foreign key of {table.key}"
    columns = reader.column_list(entry(options, "columns"), what, root.location)
    targets = reader.column_list(entry(options, "foreignColumns"), what, root.location)
    rules = {step.name: argument(step.arguments, 0) for step in steps}
    return foreign_key(
        reader,
        table,
        columns,
        targets,
        name=string(entry(options, "name")),
        on_delete=string(rules.get("onDelete")),
        on_update=string(rules.get("onUpdate")),
    )


def foreign_key(
    reader: Reader,
    table: TableName,
    columns: tuple[ColumnName, ...],
    targets: tuple[ColumnName, ...],
    *,
    name: str | None = None,
    on_delete: str | None = None,
    on_update: str | None = None,
) -> ForeignKey:
    """A foreign key with its default name (*/foreign-keys.ts, `getName`) and rules."""
    target = targets[0].table if targets else TableName(None, "")
    if name is None:
        originals = [column.original for column in columns]
        name = "_".join([table.name, *originals, target.name, *(column.original for column in targets), "fk"])
    return ForeignKey(
        name=_recased(reader, name, (*columns, *targets)),
        columns=tuple(column.name for column in columns),
        table=target.key,
        ref_columns=tuple(column.name for column in targets),
        on_delete=on_delete or "no action",
        on_update=on_update or "no action",
    )


def _recased(reader: Reader, name: str, columns: tuple[ColumnName, ...]) -> str:
    if reader.casing is None:
        return name
    return rename(name, [column.original for column in columns], [column.name for column in columns])


def _unique(reader: Reader, table: TableName, root: Application, steps: tuple[Step, ...]) -> Unique:
    """*/unique-constraint.ts; the default name is made before casing."""
    on = next((step for step in steps if step.name == "on"), None)
    listed = ListValue(on.arguments, on.call.open) if on else None
    columns = reader.column_list(listed, f"a column of a unique constraint of {table.key}", root.location)
    name = string(argument(root.arguments, 0))
    if name is None:
        name = f"{table.name}_{'_'.join(column.original for column in columns)}_unique"
    return Unique(
        name,
        tuple(column.name for column in columns),
        nulls_not_distinct=any(step.name == "nullsNotDistinct" for step in steps),
    )


def _check(reader: Reader, table: TableName, root: Application, _: tuple[Step, ...]) -> Check:
    """*/checks.ts."""
    name = reader.text(argument(root.arguments, 0), f"the name of a check of {table.key}", root.location)
    expression = argument(root.arguments, 1)
    if expression is None:
        reader.unresolved(f"the expression of the check {name}", None, root.location)
        return Check(name, "")
    writer = Writer(reader, root.location)
    return Check(name, writer.write(expression), tuple(writer.parameters))


_CONSTRAINTS: Mapping[str, Callable[[Reader, TableName, Application, tuple[Step, ...]], Constraint]] = {
    "check": _check,
    "foreignKey": _foreign_key,
    "index": index,
    "pgPolicy": policy,
    "primaryKey": _primary_key,
    "unique": _unique,
    "uniqueIndex": index,
}
