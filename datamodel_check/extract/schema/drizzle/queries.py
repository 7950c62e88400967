"""Queries of the builder as SQL: drizzle-orm/*/dialect.ts (`buildSelectQuery`), for plain selects with joins.

What is not plain (subqueries, unions, `with`) reads as the builder's calls, with the names of the database.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from datamodel_check.extract.schema.drizzle.reader import Reader, table_call
from datamodel_check.extract.schema.drizzle.sql import Writer, is_sql, sql_text
from datamodel_check.extract.symbols import argument, callee, chain, string
from datamodel_check.model.location import Location
from datamodel_check.model.values import Access, Application, External, ObjectValue, TemplateValue, Value

BUILDER = External("drizzle-orm/query-builder", ())
"""What the callback of `.as((qb) => …)` receives."""

_CLAUSES = ("where", "groupBy", "having", "orderBy", "limit", "offset")

_WORDS = {"groupBy": "group by", "orderBy": "order by"}

_JOINS: Mapping[str, str] = {
    "innerJoin": "inner",
    "leftJoin": "left",
    "rightJoin": "right",
    "fullJoin": "full",
    "crossJoin": "cross",
}


class Select(NamedTuple):
    """A plain select, taken apart."""

    distinct: bool
    fields: ObjectValue | None
    table: Value
    joins: tuple[tuple[str, Value, Value | None], ...]
    clauses: Mapping[str, Sequence[Value]]


def calls(query: Value) -> list[tuple[str, tuple[Value, ...]]]:
    """The calls of a query builder, in order; none where the value is no query."""
    root, steps = chain(query)
    first = callee(root)
    if first is None or not first.path or first.package != BUILDER.package or not isinstance(root, Application):
        return []
    return [(first.path[-1], root.arguments), *((step.name, step.arguments) for step in steps)]


def select(query: Value) -> Select | None:
    """The select that a query is; None of all that is more than a plain one."""
    made = calls(query)
    named = [name for name, _ in made]
    known = {*_CLAUSES, *_JOINS}
    if named[:2] not in (["select", "from"], ["selectDistinct", "from"]) or not set(named[2:]) <= known:
        return None
    fields, table = argument(made[0][1], 0), argument(made[1][1], 0)
    joined = [(_JOINS[name], argument(values, 0), argument(values, 1)) for name, values in made if name in _JOINS]
    tables = [table, *(one for _, one, _ in joined)]
    if any(one is None or table_call(one) is None for one in tables) or table is None:
        return None
    if fields is not None and not isinstance(fields, ObjectValue):
        return None
    return Select(
        named[0] == "selectDistinct",
        fields,
        table,
        tuple((kind, one, on) for kind, one, on in joined if one is not None),
        {name: values for name, values in made[2:] if name in _CLAUSES},
    )


def query_text(reader: Reader, query: Value, place: Location) -> str:
    """The SQL of a query, its values written into it."""
    plain = select(query)
    if plain is None:
        return _as_calls(reader, query, place)
    writer = Writer(reader, place, "inline")
    alone = not plain.joins
    fields = ", ".join(_field(writer, field, alone=alone) for field in _fields(reader, plain))
    parts = [f"select{' distinct' if plain.distinct else ''} {fields} from {writer.write(plain.table)}"]
    for kind, table, on in plain.joins:
        parts.append(f"{kind} join {writer.write(table)}" + (f" on {writer.write(on)}" if on is not None else ""))
    for clause in _CLAUSES:
        values = plain.clauses.get(clause, ())
        if values:
            parts.append(f"{_WORDS.get(clause, clause)} {', '.join(map(writer.write, values))}")
    return " ".join(parts)


def _fields(reader: Reader, query: Select) -> Iterator[Value]:
    if query.fields is not None:
        yield from _leaves(reader, query.fields)
        return
    for table in (query.table, *(table for _, table, _ in query.joins)):
        yield from _columns(reader, table)


def _leaves(reader: Reader, fields: ObjectValue) -> Iterator[Value]:
    """drizzle-orm/utils.ts, `orderSelectedFields`: objects and tables among the fields are opened up."""
    for value in fields.entries.values():
        if isinstance(value, ObjectValue):
            yield from _leaves(reader, value)
        elif table_call(value) is not None:
            yield from _columns(reader, value)
        else:
            yield value


def _columns(reader: Reader, table: Value) -> Iterator[Value]:
    call = table_call(table)
    columns = reader.columns(call) if call is not None else None
    if call is not None and isinstance(columns, ObjectValue):
        yield from (Access(call.application, key, call.application.location) for key in columns.entries)


def _field(writer: Writer, field: Value, *, alone: bool) -> str:
    """With a single table, the columns right in a field go without its name (`buildSelection`)."""
    root, steps = chain(field)
    alias = next((string(argument(step.arguments, 0)) for step in steps if step.name == "as"), None)
    if alone and writer.reader.column(field) is not None:
        text = _bare(writer, field)
    elif alone and isinstance(root, TemplateValue):
        text = "".join(part if isinstance(part, str) else _bare(writer, part) for part in root.parts)
    else:
        text = writer.write(root if is_sql(root) else field)
    return text if alias is None else f"{text} as {writer.name(alias)}"


def _bare(writer: Writer, value: Value) -> str:
    column = writer.reader.column(value)
    return writer.write(value) if column is None else writer.name(column.name)


def _as_calls(reader: Reader, query: Value, place: Location) -> str:
    """`select({ … }).from("users").union(…)`: constants computed, names those of the database."""
    made = calls(query)
    if made:
        return ".".join(
            f"{name}({', '.join(_as_calls(reader, value, place) for value in values)})" for name, values in made
        )
    if isinstance(query, ObjectValue):
        members = (f"{key}: {_as_calls(reader, value, place)}" for key, value in query.entries.items())
        return f"{{ {', '.join(members)} }}"
    root, steps = chain(query)
    if is_sql(root) and steps:
        names = (f".{step.name}({', '.join(map(reader.describe, step.arguments))})" for step in steps)
        return sql_text(reader, root, place, "inline") + "".join(names)
    return sql_text(reader, query, place, "inline")
