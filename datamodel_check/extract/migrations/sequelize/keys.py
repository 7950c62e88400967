"""Indexes and constraints: `addIndexQuery` and `getConstraintSnippet` of the query generator.

https://github.com/sequelize/sequelize/blob/v6.37.8/src/dialects/abstract/query-generator.js
"""

from collections.abc import Iterator

from datamodel_check.extract.migrations.schema_sql import index_of
from datamodel_check.extract.migrations.sequelize.names import Context, table_name
from datamodel_check.extract.schema.sequelize.conditions import condition
from datamodel_check.extract.schema.sequelize.indexes import index
from datamodel_check.extract.schema.sequelize.inflection import underscore
from datamodel_check.extract.symbols import argument, entry, string
from datamodel_check.model.schema import Table
from datamodel_check.model.sql import AddConstraint, AlterTable, Content, CreateTable, DropIndex, ObjectName
from datamodel_check.model.values import ListValue, ObjectValue, Value

# --- indexes ---------------------------------------------------------------------------------------------------------


def add_index(context: Context, table: ObjectName, arguments: tuple[Value, ...]) -> Iterator[str]:
    """`addIndex(table, fields, options)`, `addIndex(table, { fields, … })`."""
    options = _with_fields(argument(arguments, 1), argument(arguments, 2))
    table = _split(table)
    prefix = ".".join(part for part in (table.schema, table.name) if part).replace(".", "_")
    made = index(context.reader, context.database, options, prefix, context.place) if options is not None else None
    if made is None:
        if options is None:
            context.reader.unresolved(f"an index of {table}", argument(arguments, 1), context.place)
        return
    owner = Table(table.schema, table.name, table.name, context.place, ())
    text = index_of(owner, made, context.dialect)
    yield _by_altering(text) if context.dialect == "mysql" else text


def _by_altering(text: str) -> str:
    """MySQL: `ALTER TABLE … ADD UNIQUE INDEX …`, which says of a unique index that it is a constraint."""
    head, _, rest = text.partition(" ON ")
    table, _, parts = rest.partition(" ")
    return f"ALTER TABLE {table} {head.replace('CREATE', 'ADD', 1)} {parts}"


def _with_fields(first: Value | None, second: Value | None) -> ObjectValue | None:
    """The options, with the fields that stand before them."""
    if isinstance(first, ObjectValue):
        return first
    if not isinstance(first, ListValue):
        return None
    given = second if isinstance(second, ObjectValue) else ObjectValue({})
    return ObjectValue({**given.entries, "fields": first}, given.open, given.places)


def _split(table: ObjectName) -> ObjectName:
    """`quoteIdentifiers`: a point parts the schema from the name."""
    schema, _, name = table.name.rpartition(".")
    return ObjectName(table.schema or schema or None, name)


def remove_index(context: Context, table: ObjectName, arguments: tuple[Value, ...]) -> Iterator[Content]:
    """By name, or by the columns that the name is made of."""
    given = argument(arguments, 1)
    name = string(given) or string(entry(given, "name"))
    fields = given if isinstance(given, ListValue) else entry(given, "fields")
    names = _names(fields)
    if name is None and names:
        name = underscore(f"{table.name}_{'_'.join(names)}")
    if name is None:
        context.reader.unresolved(f"the name of an index of {table}", given, context.place)
        return
    owner = table if context.dialect == "mysql" else None
    yield DropIndex((_split(ObjectName(None, name)),), owner, if_exists=context.dialect != "mysql")


def _names(value: Value | None) -> tuple[str, ...]:
    """The names of columns, as strings or as `{ name }`; empty where one is not known."""
    if not isinstance(value, ListValue) or value.open:
        return ()
    found = [string(each) or string(entry(each, "name")) or string(entry(each, "attribute")) for each in value.items]
    return tuple(each for each in found if each is not None) if None not in found else ()


# --- constraints -----------------------------------------------------------------------------------------------------


def add_constraint(context: Context, table: ObjectName, arguments: tuple[Value, ...]) -> Iterator[Content | str]:
    """`addConstraint(table, { fields, type, … })`; before version 6 the fields stood before the options."""
    options = _with_fields(argument(arguments, 1), argument(arguments, 2))
    snippet = _snippet(context, table, options) if options is not None else None
    if snippet is None:
        context.reader.unresolved(f"a constraint of {table}", argument(arguments, 1), context.place)
    elif context.dialect == "sqlite":
        yield from _anew(context, table, snippet)
    else:
        yield f"ALTER TABLE {context.quoted(table)} ADD {snippet}"


def _anew(context: Context, table: ObjectName, snippet: str) -> Iterator[Content]:
    """SQLite: the table is made anew."""
    for statement in context.reader.program.sql(f"CREATE TABLE t (a, {snippet})", "sqlite").statements:
        if isinstance(statement.content, CreateTable):
            yield AlterTable(table, tuple(AddConstraint(each) for each in statement.content.constraints))


def _snippet(context: Context, table: ObjectName, options: ObjectValue) -> str | None:
    fields, kind = _names(entry(options, "fields")), (string(entry(options, "type")) or "").upper()
    named = string(entry(options, "name"))
    base = "_".join((".".join(part for part in table if part), *fields))
    if kind == "CHECK":
        where = entry(options, "where")
        text = condition(context.database, where) if where is not None else None
        return None if text is None else f"CONSTRAINT {context.quoted(named or f'{base}_ck')} CHECK ({text})"
    if not fields:
        return None
    if kind in {"UNIQUE", "PRIMARY KEY"}:
        suffix = "uk" if kind == "UNIQUE" else "pk"
        return f"CONSTRAINT {context.quoted(named or f'{base}_{suffix}')} {kind} {context.list(fields)}"
    return _foreign_key(context, options, fields, named, base) if kind == "FOREIGN KEY" else None


def _foreign_key(
    context: Context, options: ObjectValue, fields: tuple[str, ...], named: str | None, base: str
) -> str | None:
    references = entry(options, "references")
    table = table_name(context, entry(references, "table"))
    field = string(entry(references, "field"))
    others = (field,) if field is not None else _names(entry(references, "fields"))
    if table is None or not others:
        return None
    rules = [
        f" ON {word} {rule.upper()}"
        for word, name in (("UPDATE", "onUpdate"), ("DELETE", "onDelete"))
        if (rule := string(entry(options, name))) is not None
    ]
    key = f"FOREIGN KEY {context.list(fields)} REFERENCES {context.quoted(table)} {context.list(others)}"
    return f"CONSTRAINT {context.quoted(named or f'{base}_{table.name}_fk')} {key}{''.join(rules)}"
