"""The indexes of a schema, those of its sub-documents included (mongoose/lib/helpers/schema/getIndexes.js)."""

from collections.abc import Iterator, Sequence
from itertools import islice

from datamodel_check.extract.schema.mongoose.reader import Reader
from datamodel_check.extract.schema.mongoose.schemas import DeclaredIndex, Path, Schema
from datamodel_check.extract.symbols import entry, string, truthy
from datamodel_check.model import javascript
from datamodel_check.model.location import Location
from datamodel_check.model.schema import Index, IndexColumn
from datamodel_check.model.values import Constant, ObjectValue, Unresolved, Value

MOST = 1_000
"""Indexes of one collection; MongoDB allows 64."""

_KINDS = frozenset({"2d", "2dsphere", "hashed", "text"})

_DESCENDING = frozenset({"-1", "descending", "desc"})

_LEFT_OUT = frozenset({"background", "expires", "name", "partialFilterExpression", "type", "unique", "text"})
"""Options that say nothing of what is stored, or that have a field of their own."""


def indexes(reader: Reader, schema: Schema) -> tuple[Index, ...]:
    """Those of single paths first, then those of several; with one name they are one index."""
    found: list[Index] = []
    for one in islice(_collected(reader, schema, "", ()), MOST):
        same = next((each for each in found if one.name and each.name == one.name), None)
        if same is None:
            found.append(one)
        else:
            found[found.index(same)] = same._replace(columns=same.columns + one.columns)
    return tuple(found)


def _collected(reader: Reader, schema: Schema, prefix: str, outer: Sequence[Schema]) -> Iterator[Index]:
    if schema in outer:
        return
    yield from _own(reader, schema, prefix, outer)
    if not schema.discriminators:
        return
    base = list(islice(_own(reader, schema, prefix, outer), MOST))
    for one in schema.discriminators:
        for index in _collected(reader, one.schema, prefix, (*outer, schema)):
            if index not in base:
                yield index if prefix else _of_kind(index, string(schema.options.get("discriminatorKey")), one.value)


def _own(reader: Reader, schema: Schema, prefix: str, outer: Sequence[Schema]) -> Iterator[Index]:
    yield from _of_paths(reader, schema, prefix, outer)
    for one in schema.indexes.values():
        yield _declared(reader, one, prefix)


def _of_paths(reader: Reader, schema: Schema, prefix: str, outer: Sequence[Schema]) -> Iterator[Index]:
    for name, path in schema.paths.items():
        inner = _inner(path)
        if inner is not None and not _excluded(path, inner):
            yield from _collected(reader, inner, f"{prefix}{name}.", (*outer, schema))
        found = _of_path(reader, prefix + name, path)
        if found is not None and not (inner is not None and path.type == "array"):
            yield found


def _inner(path: Path) -> Schema | None:
    """The schema of a sub-document, or of the documents of an array; not of an array of arrays, nor of a map."""
    if path.type == "array" and path.items is not None:
        return path.items.schema
    return path.schema


def _excluded(path: Path, inner: Schema) -> bool:
    of_items = entry(path.items.options, "excludeIndexes") if path.items is not None else None
    return any(map(truthy, (entry(path.options, "excludeIndexes"), of_items, inner.options.get("excludeIndexes"))))


def _of_kind(index: Index, key: str | None, value: str) -> Index:
    """An index that is only for one kind of documents (helpers/indexes/decorateDiscriminatorIndexOptions.js)."""
    if any(name == "sparse" for name, _ in index.options):
        return index
    kind = f"{key or '__t'}: '{value}'"
    where = f"{index.where[:-2]}, {kind} }}" if index.where and index.where != "{}" else f"{{ {kind} }}"
    return index._replace(where=where)


# --- of one path -----------------------------------------------------------------------------------------------------


def _of_path(reader: Reader, name: str, path: Path) -> Index | None:
    """`index`, `unique`, `sparse` and `text` beside a type (mongoose/lib/schemaType.js)."""
    found = _options(path)
    if found is None and path.type == "array" and path.items is not None:
        found = _options(path.items)
    if found is None:
        return None
    kind, options = found
    column = IndexColumn(name, order="desc") if kind in _DESCENDING else IndexColumn(name)
    if kind in _KINDS:
        column = IndexColumn(name, operator_class=kind)
    return _index(reader, (column,), options, path.location)


def _options(path: Path) -> tuple[str, ObjectValue] | None:
    """The kind of index (`""` for a plain one) and its options; None where there is none."""
    given = entry(path.options, "index")
    if isinstance(given, Constant) and given.value is False:
        return None
    options: dict[str, Value] = {}
    kind = ""
    if isinstance(given, ObjectValue):
        options.update(given.entries)
        kind = string(options.get("type")) or ("text" if truthy(options.get("text")) else "")
    elif isinstance(given, Constant) and given.value is not None and given.value is not True:
        kind = javascript.text(given)
    for name in ("unique", "sparse", "text"):
        value = _first(entry(path.options, name))
        if value is not None and (truthy(value) or given is not None):
            options[name] = value
            kind = "text" if name == "text" and truthy(value) else kind
    expires = entry(path.options, "expires")
    if expires is not None:
        options["expires"] = expires
    if not options and given is None:
        return None
    if given is not None and not truthy(given) and not options:
        return None
    return kind, ObjectValue(options)


def _first(value: Value | None) -> Value | None:
    """`unique: [true, "message"]`."""
    from datamodel_check.model.values import ListValue

    return value.items[0] if isinstance(value, ListValue) and value.items else value


# --- of several ------------------------------------------------------------------------------------------------------


def _declared(reader: Reader, declared: DeclaredIndex, prefix: str) -> Index:
    columns = tuple(_column(reader, prefix + name, value, declared.location) for name, value in declared.keys)
    return _index(reader, columns, declared.options, declared.location, prefix)


def _column(reader: Reader, name: str, value: Value, place: Location) -> IndexColumn:
    if not isinstance(value, Constant) or value.value is None:
        reader.unresolved(f"the order of {name} in an index", value, place)
        return IndexColumn(name)
    text = javascript.text(value)
    if text in _DESCENDING:
        return IndexColumn(name, order="desc")
    plain = text in {"1", "asc", "ascending", "true"}
    return IndexColumn(name) if plain else IndexColumn(name, operator_class=text)


def _index(
    reader: Reader, columns: tuple[IndexColumn, ...], options: ObjectValue, place: Location, prefix: str = ""
) -> Index:
    given = dict(options.entries)
    for unknown in options.open:
        reader.unresolved("an option of an index", unknown, place)
    for name, value in given.items():
        if isinstance(value, Unresolved):
            reader.unresolved(f"the option {name} of an index", value, place)
    filter_ = given.get("partialFilterExpression")
    if prefix and isinstance(filter_, ObjectValue):
        filter_ = ObjectValue({prefix + name: value for name, value in filter_.entries.items()}, filter_.open)
    said = {name: reader.program.describe(value) for name, value in given.items() if name not in _LEFT_OUT}
    expires = _seconds(reader, given.get("expires"), place)
    if expires is not None:
        said["expireAfterSeconds"] = expires
    return Index(
        name=string(given.get("name")),
        columns=columns,
        unique=truthy(given.get("unique")),
        where=reader.program.describe(filter_) if filter_ is not None else None,
        options=tuple(sorted((name, text) for name, text in said.items() if text not in {"false", "undefined"})),
    )


def _seconds(reader: Reader, value: Value | None, place: Location) -> str | None:
    """`expires: "1d"` in seconds (mongoose/lib/utils.js `expires`, and the package ms)."""
    if value is None:
        return None
    text = string(value)
    if text is None:
        return reader.program.describe(value)
    seconds = _duration(text)
    if seconds is None:
        reader.unresolved("after how long documents expire", value, place)
        return text
    return seconds


_LONGEST = 100
"""Characters of a duration that are looked at, as in ms."""

_UNITS: dict[str, float] = {
    "": 1,
    **dict.fromkeys(("ms", "msec", "msecs", "millisecond", "milliseconds"), 1),
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), 1_000),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), 60_000),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), 3_600_000),
    **dict.fromkeys(("d", "day", "days"), 86_400_000),
    **dict.fromkeys(("w", "week", "weeks"), 604_800_000),
    **dict.fromkeys(("y", "yr", "yrs", "year", "years"), 31_557_600_000),
}


def _duration(text: str) -> str | None:
    """`ms(text) / 1000`, rounded (https://github.com/vercel/ms)."""
    import math
    import re

    found = re.fullmatch(r"(-?(?:\d+)?\.?\d+) *([a-z]*)", text[:_LONGEST], re.IGNORECASE)
    unit = _UNITS.get(found.group(2).lower()) if found else None
    if found is None or unit is None:
        return None
    return str(math.floor(float(found.group(1)) * unit / 1_000 + 0.5))
