"""typeorm/src/driver/postgres/PostgresDriver.ts."""

import re

from datamodel_check.extract.schema.typeorm.drivers.driver import Driver, json_default
from datamodel_check.extract.schema.typeorm.metadata import Column
from datamodel_check.model import javascript
from datamodel_check.model.schema import Dialect
from datamodel_check.model.values import Constant, ListValue, ObjectValue

_TYPES = {
    "Boolean": "boolean",
    "Date": "timestamp",
    "Number": "integer",
    "String": "varchar",
    "bool": "boolean",
    "character": "char",
    "character varying": "varchar",
    "decimal": "numeric",
    "float": "double precision",
    "float4": "real",
    "float8": "double precision",
    "int": "integer",
    "int2": "smallint",
    "int4": "integer",
    "int8": "bigint",
    "simple-array": "text",
    "simple-enum": "enum",
    "simple-json": "text",
    "time without time zone": "time",
    "timestamp without time zone": "timestamp",
    "timestamptz": "timestamp with time zone",
    "timetz": "time with time zone",
    "varbit": "bit varying",
}
"""In the usual, shorter spelling of PostgreSQL's types: TypeORM says `character varying`."""

_TIMES = {"time", "time with time zone", "timestamp", "timestamp with time zone"}
_SPATIAL = {"geography", "geometry"}
_SERIALS = {"bigint": "bigserial", "integer": "serial", "smallint": "smallserial"}


class Postgres(Driver):
    dialect: Dialect = "postgresql"
    default_schema = "public"
    types = _TYPES
    version = "int4"
    tree_level = "int4"
    uuid_in_database = "uuid_generate_v4()"
    enums_are_types = True
    longest_name = 63

    def full_type(self, column: Column) -> str:
        type_ = self.normal_type(column)
        if column.generation == "increment" and type_ in _SERIALS:
            return _SERIALS[type_]
        return self._sized(column, type_).lower() + ("[]" if column.array else "")

    def _sized(self, column: Column, type_: str) -> str:
        if type_ in _TIMES:
            first, space, rest = type_.partition(" ")
            return type_ if column.precision is None else f"{first} ({column.precision}){space}{rest}"
        if type_ in _SPATIAL:
            arguments = [column.spatial_type, column.srid] if column.spatial_type else []
            known = ",".join(str(argument) for argument in arguments if argument is not None)
            return f"{type_}({known})" if known else type_
        if column.length:
            return f"{type_}({column.length})"
        if column.precision is None:
            return type_
        scale = "" if column.scale is None else f", {column.scale}"
        return f"{type_}({column.precision}{scale})"

    # --- defaults ----------------------------------------------------------------------------------------------------

    def boolean(self, *, value: bool) -> str:
        return "true" if value else "false"

    def structure(self, column: Column, value: ListValue | ObjectValue) -> str | None:
        if not column.array or isinstance(value, ObjectValue):
            return json_default(value)
        texts = [javascript.text(item) for item in value.items if isinstance(item, Constant)]
        whole = len(texts) == len(value.items) and not value.open
        return f"'{{{','.join(texts)}}}'" if whole else None

    def function_default(self, text: str) -> str:
        """`normalizeDatetimeFunction`: as PostgreSQL itself would print it."""
        upper = text.upper()
        precision = re.search(r"\(\d+\)", text)
        digits = precision[0] if precision else ""
        for word, type_, zone in _FUNCTIONS:
            if word not in upper:
                continue
            if word == "CURRENT_TIMESTAMP" and not precision:
                return "now()"
            if word == "CURRENT_DATE":
                if upper == word:
                    return "('now'::text)::date"
                continue
            return f"('now'::text)::{type_}{digits} {zone} time zone"
        return text


_FUNCTIONS = (
    ("CURRENT_TIMESTAMP", "timestamp", "with"),
    ("CURRENT_DATE", "date", ""),
    ("CURRENT_TIME", "time", "with"),
    ("LOCALTIMESTAMP", "timestamp", "without"),
    ("LOCALTIME", "time", "without"),
)
