"""What `Table`, `TableIndex`, `TableForeignKey`, … say: https://typeorm.io/docs/migrations/query-runner-api.

Sources: typeorm/src/schema-builder/table/*.ts. What has no name of its own gets the one of the naming strategy.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from datamodel_check.extract.schema.typeorm.naming import NamingStrategy
from datamodel_check.extract.schema.typeorm.options import Options
from datamodel_check.extract.schema.typeorm.reader import Reader, orm_call
from datamodel_check.extract.symbols import argument, string
from datamodel_check.model.location import Location
from datamodel_check.model.schema import IndexColumn
from datamodel_check.model.sql import (
    CheckKey,
    CreateIndex,
    Exclusion,
    IndexDefinition,
    ObjectName,
    Reference,
    SqlDialect,
    UniqueKey,
)
from datamodel_check.model.values import Access, Application, ListValue, ObjectValue, Value


class Context(NamedTuple):
    """What every function here needs: `place` is the call that is being read."""

    reader: Reader
    dialect: SqlDialect
    names: NamingStrategy
    place: Location


def options(context: Context, value: Value | None, what: str) -> Options | None:
    """The options of `new TableColumn({ … })`, or of an object that stands for it; None where there are none."""
    if isinstance(value, Application) and orm_call(value) is not None:
        value = argument(value.arguments, 0)
    if not isinstance(value, ObjectValue):
        context.reader.unresolved(what, value, context.place, "Write it where it is used.")
        return None
    return Options(context.reader, value, what, context.place)


def all_options(context: Context, value: Value | None, what: str) -> Iterator[Options]:
    """The options of each item of a list."""
    if value is None:
        return
    if not isinstance(value, ListValue) or value.open:
        context.reader.unresolved(f"the list of each {what}", value, context.place, "Write it where it is used.")
    for item in value.items if isinstance(value, ListValue) else ():
        found = options(context, item, what)
        if found is not None:
            yield found


# --- names -----------------------------------------------------------------------------------------------------------


def name_of(value: Value | None) -> str | None:
    """A name: as a string, of `new Table({ name })`, of `await queryRunner.getTable(name)`, of `table.name`."""
    text = string(value)
    if text is not None:
        return text
    if isinstance(value, ObjectValue):
        return string(value.entries.get("name"))
    if isinstance(value, Access) and value.name == "name":
        return name_of(value.object)
    if isinstance(value, Application):
        called = value.callee
        finds = isinstance(called, Access) and called.name in {"getTable", "findColumnByName", "clone"}
        if isinstance(called, Access) and called.name == "clone":
            return name_of(called.object)
        return name_of(argument(value.arguments, 0)) if finds or orm_call(value) is not None else None
    return None


def object_name(text: str, schema: str | None = None) -> ObjectName:
    """`schema.name`; a database may stand before."""
    parts = text.split(".")
    return ObjectName(parts[-2] if len(parts) > 1 else schema, parts[-1])


# --- keys ------------------------------------------------------------------------------------------------------------


def unique(context: Context, table: str, given: Options) -> UniqueKey:
    columns = given.names("columnNames")
    return UniqueKey(given.text("name") or context.names.unique(table, columns), columns)


def check(context: Context, table: str, given: Options) -> CheckKey | None:
    """The expression as the SQL of the database; None where it cannot be read."""
    written = given.text("expression") or ""
    name = given.text("name") or context.names.check(table, written)
    made = parsed(context, f"CREATE TABLE t (CONSTRAINT c CHECK ({written}))")
    found = next((each for each in made if isinstance(each, CheckKey)), None)
    return found and found._replace(name=name)


def parsed(context: Context, text: str) -> Sequence[object]:
    """The constraints of a statement that creates a table."""
    script = context.reader.program.sql(text, context.dialect)
    for problem in script.problems:
        context.reader.remark(problem.message, context.place)
    return [each for statement in script.statements for each in getattr(statement.content, "constraints", ())]


def exclusion(context: Context, table: str, given: Options) -> Exclusion:
    return Exclusion(given.text("name") or context.names.exclusion(table, given.text("expression") or ""))


def foreign_key(context: Context, table: str, given: Options) -> Reference:
    columns = given.names("columnNames")
    to = given.text("referencedTableName") or ""
    return Reference(
        given.text("name") or context.names.foreign_key(table, columns),
        columns,
        object_name(to, given.text("referencedSchema") or object_name(table).schema),
        given.names("referencedColumnNames"),
        (given.text("onDelete") or "no action").lower(),
        (given.text("onUpdate") or "no action").lower(),
    )


def index(context: Context, table: str, given: Options) -> IndexDefinition:
    columns = given.names("columnNames")
    where = given.text("where")
    method = "fulltext" if given.flag("isFulltext") else "spatial" if given.flag("isSpatial") else None
    if context.dialect == "postgresql":
        method = "gist" if method == "spatial" else None
    return IndexDefinition(
        given.text("name") or context.names.index(table, columns, where),
        tuple(IndexColumn(column) for column in columns),
        unique=bool(given.flag("isUnique")),
        method=None if context.dialect == "sqlite" else method,
        where=_where(context, where) if where and context.dialect != "mysql" else None,
    )


def _where(context: Context, written: str) -> str | None:
    script = context.reader.program.sql(f"CREATE INDEX i ON t (a) WHERE {written}", context.dialect)
    found = (each.content.definition.where for each in script.statements if isinstance(each.content, CreateIndex))
    return next(found, None)
