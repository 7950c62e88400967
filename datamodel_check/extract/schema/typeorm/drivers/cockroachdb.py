"""typeorm/src/driver/cockroachdb/CockroachDriver.ts."""

from datamodel_check.extract.schema.typeorm.drivers.driver import Driver, json_default
from datamodel_check.extract.schema.typeorm.metadata import Column
from datamodel_check.model.schema import Dialect
from datamodel_check.model.values import Constant, ListValue, ObjectValue

_TYPES = {
    "Boolean": "bool",
    "Date": "timestamp",
    "Number": "int8",
    "String": "varchar",
    "bigint": "int8",
    "blob": "bytes",
    "boolean": "bool",
    "bytea": "bytes",
    "char varying": "varchar",
    "character": "char",
    "character varying": "varchar",
    "dec": "decimal",
    "double precision": "float8",
    "float": "float8",
    "int": "int8",
    "int64": "int8",
    "integer": "int8",
    "json": "jsonb",
    "numeric": "decimal",
    "real": "float4",
    "simple-array": "string",
    "simple-enum": "enum",
    "simple-json": "string",
    "smallint": "int2",
    "text": "string",
    "time without time zone": "time",
    "timestamp with time zone": "timestamptz",
    "timestamp without time zone": "timestamp",
}


class CockroachDb(Driver):
    dialect: Dialect = "cockroachdb"
    default_schema = "public"
    types = _TYPES
    create_date = "timestamptz"
    version = "Number"
    tree_level = "Number"
    uuid_in_database = "gen_random_uuid()"
    row_identifier = "unique_rowid()"
    enums_are_types = True

    def boolean(self, *, value: bool) -> str:
        return "true" if value else "false"

    def constant(self, column: Column, value: Constant) -> str:
        text = super().constant(column, value)
        cast = column.array and isinstance(value.value, str) and column.type not in {"enum", "simple-enum"}
        return f"{text}::{column.type}[]" if cast else text

    def structure(self, column: Column, value: ListValue | ObjectValue) -> str | None:  # noqa: ARG002
        return json_default(value)

    def function_default(self, text: str) -> str:
        known = {"CURRENT_TIMESTAMP": "current_timestamp()", "CURRENT_DATE": "current_date()"}
        return known.get(text.upper(), text)
