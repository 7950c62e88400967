"""Column defaults as drizzle-kit prints them: src/serializer/{pg,mysql,sqlite,singlestore}Serializer.ts."""

import re

from datamodel_check.extract import json_text
from datamodel_check.extract.schema.drizzle.reader import Reader
from datamodel_check.extract.schema.drizzle.sql import is_sql, sql_text
from datamodel_check.model import javascript
from datamodel_check.model.location import Location
from datamodel_check.model.values import Constant, ListValue, ObjectValue, Value

_ARRAY = re.compile(r"\[\d*\]")


def default_text(reader: Reader, value: Value, sql_type: str, what: str, place: Location) -> str | None:
    """What stands after DEFAULT: None for null, and the source text, reported, where the value is not known."""
    if is_sql(value):
        return sql_text(reader, value, place, "inline")
    if isinstance(value, Constant) and value.value is None and not _as_json(reader, sql_type.lower()):
        return None
    text = _literal(reader, value, sql_type.lower())
    if text is None:
        reader.unresolved(what, value, place)
        return reader.describe(value)
    return f"({text})" if sql_type in reader.rules.wrapped_defaults else text


def _literal(reader: Reader, value: Value, sql_type: str) -> str | None:
    if isinstance(value, Constant) and isinstance(value.value, str):
        return _quoted(value.value)
    if reader.rules.dialect == "sqlite":
        return _sqlite_literal(value)
    if sql_type in reader.rules.json_defaults:
        cast = f"::{sql_type}" if reader.rules.dialect == "postgresql" else ""
        return _wrapped(json_text.json(value), "'", f"'{cast}")
    moment = json_text.date(value)
    if moment is not None:
        return f"'{_moment(moment, sql_type, prefix=reader.rules.dialect != 'postgresql')}'"
    if isinstance(value, Constant):
        return javascript.text(value)
    return _list(reader, value, sql_type)


def _as_json(reader: Reader, sql_type: str) -> bool:
    """Whether even null is printed as JSON: everywhere in SQLite, else of JSON types."""
    return reader.rules.dialect == "sqlite" or sql_type in reader.rules.json_defaults


def _list(reader: Reader, value: Value, sql_type: str) -> str | None:
    """A PostgreSQL array, or what JavaScript makes of an array or object in a text."""
    if reader.rules.dialect == "postgresql" and _ARRAY.search(sql_type) and isinstance(value, ListValue):
        return _wrapped(_array(value, sql_type.split("[", maxsplit=1)[0]), "'", "'")
    if reader.rules.dialect == "singlestore" and isinstance(value, ListValue):
        return _wrapped(json_text.json(value), "'", "'")
    return json_text.json(value)


def _sqlite_literal(value: Value) -> str | None:
    """SQLite: objects, dates and null are printed as JSON (sqliteSerializer.ts)."""
    if isinstance(value, Constant) and value.value is not None:
        return javascript.text(value)
    return _wrapped(json_text.json(value), "'", "'")


def _array(value: ListValue, item_type: str) -> str | None:
    """`buildArrayString` of pgSerializer.ts."""
    items = [None] if value.open else [_array_item(item, item_type) for item in value.items]
    return None if None in items else "{" + ",".join(item for item in items if item is not None) + "}"


def _array_item(item: Value, item_type: str) -> str | None:
    if isinstance(item, ListValue):
        return _array(item, item_type)
    if isinstance(item, Constant):
        text = javascript.text(item)
        return f'"{text}"' if isinstance(item.value, str) else text
    moment = json_text.date(item)
    if moment is not None:
        return f'"{_moment(moment, item_type, prefix=False)}"'
    printed = json_text.json(item) if isinstance(item, ObjectValue) else None
    return _wrapped(printed and printed.replace('"', '\\"'), '"', '"')


def _moment(iso: str, sql_type: str, *, prefix: bool) -> str:
    """PostgreSQL looks at the exact type; MySQL at how it begins (`timestamp(3)`)."""
    if sql_type == "date":
        return iso.split("T", maxsplit=1)[0]
    if sql_type == "timestamp" or (prefix and sql_type.startswith(("datetime", "timestamp"))):
        return iso.replace("T", " ")[:23]
    return iso


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _wrapped(text: str | None, before: str, after: str) -> str | None:
    return None if text is None else f"{before}{text}{after}"
