"""Views: drizzle-orm/*/view.ts. A definition in SQL is exact; one by the query builder keeps its source text."""

from typing import NamedTuple

from datamodel_check.extract.schema.drizzle.columns import columns
from datamodel_check.extract.schema.drizzle.dialects import DialectRules, rules_for
from datamodel_check.extract.schema.drizzle.reader import Reader, TableName, constant_text, table_call
from datamodel_check.extract.schema.drizzle.sql import is_sql, sql_text
from datamodel_check.extract.schema.drizzle.symbols import Step, argument, callee, chain
from datamodel_check.model.location import Location
from datamodel_check.model.schema import Column, View
from datamodel_check.model.values import Access, Application, Closure, External, ObjectValue, Value

_QUERY_BUILDER = External("drizzle-orm", ("QueryBuilder",))


class ViewCall(NamedTuple):
    """`pgView("name", columns?)…as(…)` taken apart; `steps` are the calls after the name."""

    application: Application
    rules: DialectRules
    schema: Value | None
    materialized: bool
    steps: tuple[Step, ...]


def view_call(value: Value) -> ViewCall | None:
    """The call behind a finished view: one that ends in `.as(…)` or `.existing()`."""
    root, steps = chain(value)
    function = callee(root)
    rules = rules_for(function) if function else None
    role = rules.role(function) if rules and function else None
    if rules is None or not isinstance(root, Application):
        return None
    schema: Value | None = None
    if role == "schema" and steps and steps[0].name in {"view", "materializedView"}:
        role = "view" if steps[0].name == "view" else "materialized view"
        schema, root, steps = argument(root.arguments, 0), steps[0].call, steps[1:]
    finished = any(step.name in {"as", "existing"} for step in steps)
    if role not in {"view", "materialized view"} or not finished:
        return None
    return ViewCall(root, rules, schema, role == "materialized view", steps)


def view(reader: Reader, call: ViewCall, code_name: str, location: Location) -> View:
    """The view as a fact."""
    place = call.application.location
    schema = None if call.schema is None else reader.text(call.schema, "the schema's name", place)
    name = TableName(schema, reader.text(argument(call.application.arguments, 0), "the view's name", place))
    query = next((argument(step.arguments, 0) for step in call.steps if step.name == "as"), None)
    declared = argument(call.application.arguments, 1)
    if isinstance(declared, Closure):
        declared = reader.program.call(declared, [External(call.rules.package, ())])
    if declared is not None:
        facts = tuple(draft.column for draft in columns(reader, name, declared, place))
    else:
        facts = _selected(reader, query)
    return View(
        schema=schema,
        name=name.name,
        code_name=code_name,
        location=location,
        columns=facts,
        definition=None if query is None else _definition(reader, query, place),
        materialized=call.materialized,
        options=tuple(sorted(option for step in call.steps for option in _options(reader, step))),
    )


def _definition(reader: Reader, query: Value, place: Location) -> str:
    if is_sql(query):
        return sql_text(reader, query, place, "inline")
    return reader.program.describe(query)


def _options(reader: Reader, step: Step) -> list[tuple[str, str]]:
    if step.name in {"as", "existing"}:
        return []
    given = argument(step.arguments, 0)
    if isinstance(given, ObjectValue):
        return [
            (f"{step.name}.{name}", constant_text(value) or reader.program.describe(value))
            for name, value in given.entries.items()
        ]
    defaults = {"withCheckOption": "cascaded"}
    return [(step.name, constant_text(given) or defaults.get(step.name, "true"))]


def _selected(reader: Reader, query: Value | None) -> tuple[Column, ...]:
    """The columns that `(qb) => qb.select(…).from(table)` takes over; drizzle-kit knows no type of computed ones."""
    if not isinstance(query, Closure):
        return ()
    _, steps = chain(reader.program.call(query, [_QUERY_BUILDER]))
    selected: Value | None = None
    tables = [argument(step.arguments, 0) for step in steps if step.name == "from" or step.name.endswith("Join")]
    for step in steps:
        if step.name.startswith("select"):
            selected = argument(step.arguments, 0)
    if isinstance(selected, ObjectValue):
        return tuple(column for value in selected.entries.values() for column in _taken(reader, value))
    if len(tables) == 1 and tables[0] is not None:
        return _all_columns(reader, tables[0])
    return ()


def _all_columns(reader: Reader, table: Value) -> tuple[Column, ...]:
    call = table_call(table)
    if call is None:
        return ()
    place = call.application.location
    return tuple(draft.column for draft in columns(reader, reader.table_name(call), reader.columns(call), place))


def _taken(reader: Reader, value: Value) -> tuple[Column, ...]:
    name = reader.column(value)
    call = table_call(value.object) if isinstance(value, Access) else None
    if name is None or call is None:
        return ()
    return tuple(column for column in _all_columns(reader, call.application) if column.name == name.name)
