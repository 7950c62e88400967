"""Keys, unique constraints and indexes: `@id`, `@@id`, `@unique`, `@@unique`, `@@index`, `@@fulltext`.

Prisma makes a unique constraint as a unique index. Here it is a constraint, as it is called in the schema, unless it
says of its columns what only an index can.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from datamodel_check.extract.schema.prisma.conditions import condition
from datamodel_check.extract.schema.prisma.database import Database, DeclaredModel, mapped, text, word
from datamodel_check.extract.schema.prisma.names import constraint_name
from datamodel_check.model.prisma import Attribute, Call, Expression, Field, Items, Name, Number
from datamodel_check.model.schema import Index, IndexColumn, Unique


class PrimaryKey(NamedTuple):
    columns: tuple[str, ...] = ()
    name: str | None = None


def primary_key(database: Database, declared: DeclaredModel) -> PrimaryKey:
    for field in declared.model.fields:
        attribute = field.attribute("id")
        if attribute is not None:
            return PrimaryKey((mapped(field),), _primary_key_name(database, declared, attribute, 0))
    attribute = declared.model.attribute("id")
    if attribute is None:
        return PrimaryKey()
    columns = database.column_names(declared, attribute.argument("fields", 0))
    return PrimaryKey(columns, _primary_key_name(database, declared, attribute))


def _primary_key_name(
    database: Database, declared: DeclaredModel, attribute: Attribute, position: int | None = None
) -> str | None:
    if not database.provider.named_primary_keys:
        return None
    given = text(attribute.argument("map", position))
    table = database.table_name(declared)
    return given or constraint_name(table, (), "pkey", database.provider.longest_name)


def keys(database: Database, declared: DeclaredModel) -> Iterator[Unique | Index]:
    """Everything but the primary key, in order of declaration."""
    primary = primary_key(database, declared).columns
    for field in declared.model.fields:
        attribute = field.attribute("unique")
        if attribute is not None:
            yield _unique(_of_field(database, declared, field, attribute), primary)
    for attribute in declared.model.attributes:
        if attribute.name == "unique":
            yield _unique(_index(database, declared, attribute, "key"), primary)
        elif attribute.name in {"index", "fulltext"}:
            yield _index(database, declared, attribute, "idx")


def _unique(index: Index, primary: tuple[str, ...]) -> Unique | Index:
    """An index also beside the primary key: a second constraint on its columns is none."""
    columns = tuple(column.text for column in index.columns)
    plain = all(column == IndexColumn(column.text) for column in index.columns)
    if plain and index == Index(index.name, index.columns) and columns != primary:
        return Unique(index.name, columns)
    return index._replace(unique=True)


def _of_field(database: Database, declared: DeclaredModel, field: Field, attribute: Attribute) -> Index:
    """`@unique(map: "x", length: 10, sort: Desc)`."""
    column = mapped(field)
    return Index(
        name=_name(database, declared, attribute, (column,), "key", 0),
        columns=(_column(column, attribute),),
        where=condition(database, declared, attribute.argument("where")),
        options=tuple(_options(attribute, [(column, attribute)])),
    )


def _index(database: Database, declared: DeclaredModel, attribute: Attribute, suffix: str) -> Index:
    fields = attribute.argument("fields", 0)
    items = fields.items if isinstance(fields, Items) else (fields,) if fields is not None else ()
    parts = [(database.column_name(declared, item), item) for item in items]
    method = "fulltext" if attribute.name == "fulltext" else (word(attribute.argument("type")) or "").lower()
    return Index(
        name=_name(database, declared, attribute, tuple(name for name, _ in parts), suffix),
        columns=tuple(_column(name, item) for name, item in parts),
        method=None if method in {"", "btree"} else method,
        where=condition(database, declared, attribute.argument("where")),
        options=tuple(_options(attribute, parts)),
    )


def _name(
    database: Database,
    declared: DeclaredModel,
    attribute: Attribute,
    columns: tuple[str, ...],
    suffix: str,
    position: int | None = None,
) -> str:
    """What `map` says; `name` is for Prisma Client alone, but in `@@index` and `@@fulltext` of old."""
    given = text(attribute.argument("map", position))
    if given is None and attribute.name in {"index", "fulltext"}:
        given = text(attribute.argument("name"))
    table = database.table_name(declared)
    return given or constraint_name(table, columns, suffix, database.provider.longest_name)


def _column(name: str, given: Expression | Attribute) -> IndexColumn:
    if not isinstance(given, Call | Attribute):
        return IndexColumn(name)
    order = (word(given.argument("sort")) or "").lower()
    return IndexColumn(name, order="desc" if order == "desc" else None, operator_class=_operators(given))


def _operators(given: Call | Attribute) -> str | None:
    """`ops: JsonbPathOps` or `ops: raw("gin_trgm_ops")`."""
    value = given.argument("ops")
    if isinstance(value, Call):
        return text(value.argument("value", 0))
    if not isinstance(value, Name):
        return None
    name = value.name
    for compound in ("MinMax", "Tz", "VarBit"):
        name = name.replace(compound, compound.capitalize() if compound != "Tz" else "tz")
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")


def _options(attribute: Attribute, parts: Sequence[tuple[str, Expression | Attribute]]) -> Iterator[tuple[str, str]]:
    clustered = word(attribute.argument("clustered"))
    if clustered is not None:
        yield "clustered", clustered
    for name, part in parts:
        length = part.argument("length") if isinstance(part, Call | Attribute) else None
        if isinstance(length, Number):
            yield f"length of {name}", length.text
