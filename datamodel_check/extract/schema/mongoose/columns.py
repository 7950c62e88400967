"""The paths of a schema, those of sub-documents included, as columns with dotted names."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from datamodel_check.extract.schema.mongoose.reader import Reader
from datamodel_check.extract.schema.mongoose.references import decided_by
from datamodel_check.extract.schema.mongoose.schemas import Path, Schema
from datamodel_check.extract.symbols import entry, truthy
from datamodel_check.model import javascript
from datamodel_check.model.schema import Column
from datamodel_check.model.values import Closure, Constant, ListValue, ObjectValue, Unresolved, Value

MOST = 5_000
"""Paths of one collection."""

_DEEPEST = 20
"""Sub-documents in one another."""


class Placed(NamedTuple):
    """A path with its full name; `kind` names the discriminator that alone has it."""

    name: str
    path: Path
    kind: str | None = None

    @property
    def own_name(self) -> str:
        return self.name.rpartition(".")[2]


def placed(schema: Schema, prefix: str = "", outer: Sequence[Schema] = (), kind: str | None = None) -> Iterator[Placed]:
    """The paths in Mongoose's order. What a sub-document holds follows it: `address.city`, of an array `items.$.name`.

    A schema inside itself is entered once.
    """
    if schema in outer or len(outer) > _DEEPEST:
        return
    for name, path in schema.paths.items():
        yield Placed(prefix + name, path, kind)
        inner, suffix = _document(path)
        if inner is not None:
            yield from placed(inner, f"{prefix}{name}{suffix}.", (*outer, schema), kind)
    for one in schema.discriminators:
        known = {name for name in schema.paths if name != "_id" or "_id" in one.schema.paths}
        for found in placed(one.schema, prefix, (*outer, schema), one.name):
            if found.name.removeprefix(prefix) not in known:
                yield found


def _document(path: Path) -> tuple[Schema | None, str]:
    """The schema of a sub-document, or of those that an array holds."""
    suffix = ""
    while path.type == "array" and path.items is not None:
        path, suffix = path.items, f"{suffix}.$"
    return path.schema, suffix


def all_placed(reader: Reader, schema: Schema) -> tuple[Placed, ...]:
    """The paths of a schema, as many as anybody can read."""
    found = tuple(islice(placed(schema), MOST + 1))
    if len(found) > MOST:
        message = f"the schema has more than {MOST:,} paths, of which the others are left out"
        reader.report(schema.location, message, "Break it up: sub-documents that hold sub-documents multiply.")
    return found[:MOST]


def columns(reader: Reader, paths: Iterable[Placed]) -> tuple[Column, ...]:
    """The columns of a collection; a path that several discriminators have comes once."""
    found: dict[str, Column] = {}
    for each in paths:
        column = _column(reader, each)
        known = found.get(each.name)
        found[each.name] = column if known is None else merged(known, column)
    return tuple(found.values())


def merged(one: Column, other: Column) -> Column:
    """What can be said of a path that two kinds of documents have."""
    types = dict.fromkeys([*one.type.split(" | "), *other.type.split(" | ")])
    comments = [comment for comment in dict.fromkeys([one.comment, other.comment]) if comment]
    return one._replace(
        type=" | ".join(types),
        nullable=one.nullable or other.nullable,
        allowed_values=tuple(dict.fromkeys([*one.allowed_values, *other.allowed_values])),
        comment="; ".join(comments) or None,
    )


def _column(reader: Reader, each: Placed) -> Column:
    path = each.path
    required, sometimes = _required(reader, each)
    default = entry(path.options, "default")
    return Column(
        name=each.name,
        code_name=each.own_name,
        type=path.text,
        nullable=not (required or each.own_name == "_id"),
        location=path.location,
        primary_key=each.name == "_id",
        has_default=default is not None,
        default=_default(reader, each.own_name, default, path),
        client_default=default is not None,
        allowed_values=_allowed(reader, each.own_name, path),
        comment=_comment(reader, each, sometimes=sometimes),
    )


def _comment(reader: Reader, each: Placed, *, sometimes: bool) -> str | None:
    """What no other field says."""
    decided = decided_by(reader, each.path)
    said = [
        f"only in {each.kind}" if each.kind else "",
        "required by a condition" if sometimes else "",
        f"refers by {decided}" if decided else "",
    ]
    return "; ".join(filter(None, said)) or None


# --- options ---------------------------------------------------------------------------------------------------------


def _required(reader: Reader, each: Placed) -> tuple[bool, bool]:
    """Whether a path is required always, or sometimes (mongoose/lib/schemaType.js, `required`)."""
    value = entry(each.path.options, "required")
    if isinstance(value, ListValue):
        value = value.items[0] if value.items else None
    if isinstance(value, ObjectValue):
        value = entry(value, "isRequired")
    if isinstance(value, Closure):
        return False, True
    if isinstance(value, Unresolved):
        reader.unresolved(f"whether {each.own_name} is required", value, each.path.location)
        return False, False
    return truthy(value), False


def _default(reader: Reader, name: str, value: Value | None, path: Path) -> str | None:
    """The default as source text; of a function of the repository nothing, for it may be written in many ways."""
    if isinstance(value, Unresolved):
        reader.unresolved(f"the default of {name}", value, path.location)
        return None
    return None if value is None or isinstance(value, Closure) else reader.program.describe(value)


def _allowed(reader: Reader, name: str, path: Path) -> tuple[str, ...]:
    """`enum`, of an array also its items' (mongoose/lib/schema/string.js, number.js, array.js)."""
    for one in (path, path.items):
        value = entry(one.options, "enum") if one is not None else None
        if value is not None and not (isinstance(value, Constant) and value.value in {None, False}):
            return _values(reader, name, value, path)
    return ()


def _values(reader: Reader, name: str, value: Value, path: Path) -> tuple[str, ...]:
    if isinstance(value, ObjectValue):
        listed = entry(value, "values")
        value = listed if listed is not None else _of_object(value)
    if isinstance(value, ObjectValue):
        value = _of_object(value)
    if not isinstance(value, ListValue):
        reader.unresolved(f"the enum of {name}", value, path.location)
        return ()
    for unknown in value.open:
        reader.unresolved(f"the enum of {name}", unknown, path.location)
    found: list[str] = []
    for item in value.items:
        if isinstance(item, Constant):
            if item.value is not None:
                found.append(javascript.text(item))
        else:
            reader.unresolved(f"a value of the enum of {name}", item, path.location)
            found.append(reader.program.describe(item))
    return tuple(found)


def _of_object(value: ObjectValue) -> ListValue:
    """The values of an object; of TypeScript's enum of numbers without the names that lead back."""
    kept = [
        one
        for key, one in value.entries.items()
        if not (_is_number(key) and isinstance(one, Constant) and str(one.value) in value.entries)
    ]
    return ListValue(tuple(kept), value.open)


def _is_number(key: str) -> bool:
    return key.lstrip("-").isdigit()
