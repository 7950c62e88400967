"""Views: drizzle-orm/*/view.ts. Their definition is the SQL that drizzle-kit would write."""

from collections.abc import Iterator
from typing import NamedTuple

from datamodel_check.extract.schema.drizzle.columns import columns
from datamodel_check.extract.schema.drizzle.dialects import DialectRules, rules_for
from datamodel_check.extract.schema.drizzle.queries import BUILDER, query_text, select
from datamodel_check.extract.schema.drizzle.reader import Reader, TableName, constant_text, table_call
from datamodel_check.extract.schema.drizzle.sql import is_sql, sql_text
from datamodel_check.extract.symbols import Step, argument, callee, chain
from datamodel_check.model.location import Location
from datamodel_check.model.schema import Column, View
from datamodel_check.model.values import Access, Application, Closure, External, ObjectValue, Value


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
    declared = argument(call.application.arguments, 1)
    if isinstance(declared, Closure):
        declared = reader.program.call(declared, [External(call.rules.package, ())])
    query = next((argument(step.arguments, 0) for step in call.steps if step.name == "as"), None)
    if isinstance(query, Closure):
        query = reader.program.call(query, [BUILDER])
    if declared is not None:
        facts = tuple(draft.column for draft in columns(reader, name, declared, place))
    else:
        facts = tuple(_selected(reader, query))
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


def _options(reader: Reader, step: Step) -> Iterator[tuple[str, str]]:
    if step.name in {"as", "existing"}:
        return
    given = argument(step.arguments, 0)
    if isinstance(given, ObjectValue):
        for name, value in given.entries.items():
            yield f"{step.name}.{name}", constant_text(value) or reader.describe(value)
    else:
        yield step.name, constant_text(given) or ("cascaded" if step.name == "withCheckOption" else "true")


# --- the query -------------------------------------------------------------------------------------------------------


def _definition(reader: Reader, query: Value, place: Location) -> str:
    return sql_text(reader, query, place, "inline") if is_sql(query) else query_text(reader, query, place)


def _selected(reader: Reader, query: Value | None) -> Iterator[Column]:
    """The columns that a query takes over; drizzle-kit knows no type of what is computed, nor of nested objects."""
    plain = select(query) if query is not None else None
    if plain is None:
        return
    if plain.fields is not None:
        for key, value in plain.fields.entries.items():
            yield from _taken(reader, key, value)
    elif not plain.joins:
        yield from _all_columns(reader, plain.table)


def _all_columns(reader: Reader, table: Value) -> tuple[Column, ...]:
    call = table_call(table)
    if call is None:
        return ()
    place = call.application.location
    return tuple(draft.column for draft in columns(reader, reader.table_name(call), reader.columns(call), place))


def _taken(reader: Reader, key: str, value: Value) -> Iterator[Column]:
    name = reader.column(value)
    if name is not None and isinstance(value, Access):
        for column in _all_columns(reader, value.object):
            if column.name == name.name:
                yield column._replace(code_name=key)
