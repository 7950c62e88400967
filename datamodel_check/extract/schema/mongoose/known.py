"""Recognising what comes from Mongoose, however it was imported, and the names of its types."""

from datamodel_check.extract.symbols import symbol
from datamodel_check.model.values import Access, Application, ClassValue, Constant, External, Value

PACKAGES = frozenset(
    {
        "@hasezoey/typegoose",
        "@m8a/nestjs-typegoose",
        "@nestjs/mongoose",
        "@typegoose/typegoose",
        "mongoose",
        "nestjs-typegoose",
        "typegoose",
    }
)
"""Packages whose import makes a file worth looking at."""

_TYPES = {
    "Array": "array",
    "BigInt": "bigint",
    "Bool": "boolean",
    "Boolean": "boolean",
    "Buffer": "buffer",
    "Date": "date",
    "Decimal": "decimal128",
    "Decimal128": "decimal128",
    "Double": "double",
    "Int32": "int32",
    "Map": "map",
    "Mixed": "mixed",
    "Number": "number",
    "Object": "mixed",
    "ObjectID": "objectid",
    "ObjectId": "objectid",
    "Oid": "objectid",
    "String": "string",
    "UUID": "uuid",
    "Union": "union",
}
"""`Schema.Types` and the `instance` of each in lower case (mongoose/lib/schema/index.js)."""

_GLOBALS = frozenset({"Array", "BigInt", "Boolean", "Buffer", "Date", "Map", "Number", "Object", "String"})

_HOLDERS = frozenset({"Types", "SchemaTypes", "Schema"})

_BSON = frozenset({"bson", "mongodb"})


def mongoose_path(value: Value) -> tuple[str, ...] | None:
    """`mongoose.Schema.Types` as `("Schema", "Types")`; None of what is not Mongoose's.

    Another instance (`new Mongoose()`) has the same members.
    """
    found = symbol(value)
    if found is not None:
        if found.package != "mongoose":
            return None
        path = found.path
        while path[:1] in {("default",), ("mongoose",)}:
            path = path[1:]
        return path
    names: list[str] = []
    while isinstance(value, Access):
        names.append(value.name)
        value = value.object
    if isinstance(value, Application) and value.new and mongoose_path(value.callee) == ("Mongoose",):
        return tuple(reversed(names))
    return None


def is_global(value: Value | None, name: str) -> bool:
    return isinstance(value, External) and not value.package and value.path == (name,)


def type_name(value: Value) -> str | None:
    """The type that a value stands for in a schema's definition, in lower case; None where it is no type's name.

    Source: mongoose/lib/schema.js, `interpretAsType`: names of functions and strings are looked up alike.
    """
    if isinstance(value, Constant):
        return _named(value.value[:1].upper() + value.value[1:]) if isinstance(value.value, str) else None
    if isinstance(value, External) and not value.package:
        return _named(value.path[0]) if len(value.path) == 1 and value.path[0] in _GLOBALS else None
    path = mongoose_path(value)
    if path is not None:
        if len(path) > 1 and path[-2] in _HOLDERS:
            return _TYPES.get(path[-1], path[-1].lower())  # other packages add types of their own here
        return _named(path[-1]) if path else None
    found = symbol(value)
    if found is not None and found.package in _BSON:
        return _named(found.path[-1]) if found.path else None
    if isinstance(value, ClassValue) and value.declaration.name and is_schema_type(value):
        return value.declaration.name.lower()
    return None


def _named(name: str) -> str | None:
    return _TYPES.get(name)


def is_schema_type(value: ClassValue) -> bool:
    """Whether a class is a type of the repository's own: `class Int8 extends mongoose.SchemaType`."""
    return any(getattr(base, "name", getattr(base, "id", "")) == "SchemaType" for base in value.declaration.bases)
