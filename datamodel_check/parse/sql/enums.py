"""Types of PostgreSQL: enums, and what else `CREATE TYPE` makes."""

from datamodel_check.model.sql import (
    AddEnumValue,
    Content,
    CreateEnum,
    DropType,
    ObjectName,
    PassedOver,
    RenameEnumValue,
    RenameType,
    SetTypeSchema,
)
from datamodel_check.parse.sql.reader import Reader


def create_type(reader: Reader) -> Content:
    """Of composite, range and base types only the name is known."""
    name = reader.object_name("a type")
    if not reader.accept("AS", "ENUM"):
        reader.rest()
        return PassedOver("create type", name)
    reader.expect_symbol("(")
    values = () if reader.at_symbol(")") else reader.separated(reader.string)
    reader.expect_symbol(")")
    return CreateEnum(name, values)


def alter_type(reader: Reader) -> Content:
    name = reader.object_name("a type")
    if reader.accept("ADD", "VALUE"):
        return _add_value(reader, name)
    if reader.accept("RENAME", "VALUE"):
        value = reader.string()
        reader.expect("TO")
        return RenameEnumValue(name, value, reader.string())
    if reader.accept("RENAME", "TO"):
        return RenameType(name, reader.identifier("a type"))
    if reader.accept("SET", "SCHEMA"):
        return SetTypeSchema(name, reader.identifier("a schema"))
    reader.rest()
    return PassedOver("alter type", name)


def drop_type(reader: Reader) -> Content:
    if_exists = reader.accept("IF", "EXISTS")
    names = reader.object_names()
    cascade = reader.accept("CASCADE")
    reader.accept("RESTRICT")
    return DropType(names, if_exists, cascade)


def _add_value(reader: Reader, name: ObjectName) -> Content:
    if_not_exists = reader.accept("IF", "NOT", "EXISTS")
    value = reader.string()
    before = reader.accept("BEFORE")
    neighbour = reader.string() if before or reader.accept("AFTER") else None
    return AddEnumValue(name, value, neighbour, before, if_not_exists)
