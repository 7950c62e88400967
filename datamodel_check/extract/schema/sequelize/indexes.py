"""Indexes, with the names that Sequelize gives them.

Sources: sequelize/src/utils.js, `nameIndex`; src/dialects/abstract/query-generator.js, `addIndexQuery`.
"""

from collections.abc import Iterator
from typing import Literal

from datamodel_check.extract.schema.sequelize.conditions import condition
from datamodel_check.extract.schema.sequelize.defaults import expression
from datamodel_check.extract.schema.sequelize.dialects.dialect import Dialect
from datamodel_check.extract.schema.sequelize.inflection import underscore
from datamodel_check.extract.schema.sequelize.models import Model
from datamodel_check.extract.schema.sequelize.reader import Reader
from datamodel_check.extract.schema.sequelize.types import Type
from datamodel_check.extract.symbols import entry, string, truthy
from datamodel_check.model.location import Location
from datamodel_check.model.schema import Index, IndexColumn
from datamodel_check.model.values import ListValue, ObjectValue, Value

_METHODS = {"fulltext": "fulltext", "spatial": "spatial"}


def indexes(reader: Reader, dialect: Dialect, model: Model, table: str) -> Iterator[Index]:
    """The indexes of the options, each name once, and those of `index: true` on JSONB."""
    seen: set[str] = set()
    for value in model.options.items("indexes"):
        made = index(reader, dialect, value, table, model.location)
        if made is not None and made.name not in seen:
            seen.add(made.name or "")
            yield made
    for attribute in model.attributes.values():
        if attribute.index and isinstance(attribute.type, Type) and attribute.type.key == "JSONB":
            column = attribute.field or attribute.name
            yield Index(underscore(f"{table}_{column}"), (IndexColumn(column),), method="gin")


def index(reader: Reader, dialect: Dialect, value: Value, table: str, place: Location) -> Index | None:
    """One index; also of `queryInterface.addIndex`."""
    label = f"an index of {table}"
    if not isinstance(value, ObjectValue):
        reader.unresolved(label, value, place)
        return None
    reader.open(value, label, place)
    fields = entry(value, "fields")
    if not isinstance(fields, ListValue) or fields.open:
        reader.unresolved(f"the columns of {label}", fields, place)
        return None
    operator = string(entry(value, "operator")) if dialect.name == "postgresql" else None
    columns = [_column(reader, dialect, field, operator, label, place) for field in fields.items]
    kind = (string(entry(value, "type")) or "").lower()
    method = (string(entry(value, "using")) or string(entry(value, "method")) or "").lower()
    name = reader.text(value, "name", label, place)
    return Index(
        name=name or underscore(f"{table}_{'_'.join(_named(field, reader) for field in fields.items)}"),
        columns=tuple(columns),
        unique=kind == "unique" or truthy(entry(value, "unique")),
        method=(_METHODS.get(kind) if dialect.name == "mysql" else None) or _method(dialect, method),
        where=_where(reader, dialect, value, label, place),
    )


def _method(dialect: Dialect, using: str) -> str | None:
    if dialect.name not in {"postgresql", "mysql"} or using in {"", "btree"}:
        return None
    return using


def _where(reader: Reader, dialect: Dialect, options: ObjectValue, label: str, place: Location) -> str | None:
    given = entry(options, "where")
    if given is None or dialect.name == "mysql":
        return None
    text = condition(dialect, given)
    if text is None:
        reader.unresolved(f"the condition of {label}", given, place)
        return reader.program.describe(given)
    return text


def _named(field: Value, reader: Reader) -> str:
    """What a column adds to the name of its index."""
    known = string(field) or string(entry(field, "name")) or string(entry(field, "attribute"))
    return (
        known
        if known is not None
        else "undefined"
        if isinstance(field, ObjectValue)
        else reader.program.describe(field)
    )


def _column(
    reader: Reader, dialect: Dialect, field: Value, operator: str | None, label: str, place: Location
) -> IndexColumn:
    known = string(field)
    if known is not None:
        return IndexColumn(known, operator_class=operator)
    text = expression(dialect, field)
    if text is not None:
        return IndexColumn(text, expression=True)
    name = string(entry(field, "attribute")) or string(entry(field, "name"))
    if name is None:
        reader.unresolved(f"a column of {label}", field, place)
        return IndexColumn(reader.program.describe(field), expression=True)
    direction, nulls = _order(field)
    own = string(entry(field, "operator")) if dialect.name == "postgresql" else None
    return IndexColumn(name, order=direction, nulls=nulls, operator_class=own or operator)


def _order(field: Value) -> tuple[Literal["asc", "desc"] | None, Literal["first", "last"] | None]:
    """`DESC`, or `DESC NULLS LAST`: what is written stands in the SQL as it is."""
    words = (string(entry(field, "order")) or "").lower().split()
    nulls: Literal["first", "last"] | None = "first" if "first" in words else "last" if "last" in words else None
    return ("desc" if "desc" in words else None), nulls
