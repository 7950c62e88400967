"""Views, schemas, comments and switches."""

from datamodel_check.model.sql import (
    Comment,
    Content,
    CreateSchema,
    CreateView,
    DropSchema,
    DropView,
    ObjectName,
    PassedOver,
    RenameSchema,
    RenameView,
    SetPragma,
    SetSearchPath,
)
from datamodel_check.parse.sql import expressions
from datamodel_check.parse.sql.reader import Reader

_ON = frozenset({"ON", "TRUE", "YES", "1"})


def create_view(reader: Reader, *, replace: bool, temporary: bool, materialized: bool = False) -> Content:
    """What follows `CREATE VIEW` or `CREATE MATERIALIZED VIEW`."""
    if_not_exists = reader.accept("IF", "NOT", "EXISTS")
    name = reader.object_name("a view")
    while not reader.done and not reader.accept("AS"):
        reader.skip_group()
    definition = expressions.text(reader.rest(), reader.dialect)
    return CreateView(name, definition, materialized, replace, if_not_exists, temporary)


def alter_view(reader: Reader) -> Content:
    reader.accept("IF", "EXISTS")
    name = reader.object_name("a view")
    if reader.accept("RENAME", "TO"):
        return RenameView(name, ObjectName(name.schema, reader.identifier("a view")))
    if reader.accept("SET", "SCHEMA"):
        return RenameView(name, ObjectName(reader.identifier("a schema"), name.name))
    reader.rest()
    return PassedOver("alter view", name)


def drop_view(reader: Reader) -> Content:
    if_exists = reader.accept("IF", "EXISTS")
    names = reader.object_names()
    _ = reader.accept("CASCADE") or reader.accept("RESTRICT")
    return DropView(names, if_exists)


def create_schema(reader: Reader) -> Content:
    reader.accept("IF", "NOT", "EXISTS")
    owner = reader.accept("AUTHORIZATION")
    name = reader.identifier("a schema")
    reader.rest()
    del owner  # the schema has its owner's name
    return CreateSchema(name)


def drop_schema(reader: Reader) -> Content:
    reader.accept("IF", "EXISTS")
    names = reader.separated(lambda: reader.identifier("a schema"))
    _ = reader.accept("CASCADE") or reader.accept("RESTRICT")
    return DropSchema(names)


def alter_schema(reader: Reader) -> Content:
    name = reader.identifier("a schema")
    if reader.accept("RENAME", "TO"):
        return RenameSchema(name, reader.identifier("a schema"))
    reader.rest()
    return PassedOver("alter schema", ObjectName(None, name))


def comment_on(reader: Reader) -> Content:
    """Comments of tables and columns; those of all else shape no fact."""
    kind = reader.advance().value
    if kind not in {"TABLE", "COLUMN"}:
        reader.rest()
        return PassedOver(f"comment on {kind.lower()}")
    parts = [reader.identifier()]
    while reader.accept_symbol("."):
        parts.append(reader.identifier())
    column = parts.pop() if kind == "COLUMN" else None
    if not parts:
        raise reader.fail("a table and a column")
    reader.expect("IS")
    text = None if reader.accept("NULL") else reader.string()
    return Comment(ObjectName(parts[-2] if len(parts) > 1 else None, parts[-1]), column, text)


def set_option(reader: Reader) -> Content:
    """`SET search_path`; other settings shape nothing."""
    _ = reader.accept("SESSION") or reader.accept("LOCAL")
    if reader.next.value.lower() == "search_path":
        reader.advance()
        _ = reader.accept("TO") or reader.accept_symbol("=")
        token = reader.next
        schema = token.value if token.kind == "string" else reader.identifier("a schema")
        reader.rest()
        return SetSearchPath(schema if schema not in {"public", "default", ""} else None)
    reader.rest()
    return PassedOver("set")


def pragma(reader: Reader) -> Content:
    name = reader.object_name("a pragma").name.lower()
    _ = reader.accept_symbol("=") or reader.accept_symbol("(")
    value = reader.advance().value.upper()
    reader.rest()
    if name == "foreign_keys":
        return SetPragma("foreign_keys", value in _ON)
    if name == "legacy_alter_table":
        return SetPragma("legacy_alter_table", value in _ON)
    return PassedOver("pragma")
