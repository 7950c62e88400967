"""sequelize/src/dialects/postgres/data-types.js and query-generator.js."""

from datamodel_check.extract.schema.sequelize.dialects.dialect import Dialect, Name, length
from datamodel_check.extract.schema.sequelize.types import Type
from datamodel_check.model.values import ListValue

_RANGES = {
    "INTEGER": "int4range",
    "DECIMAL": "numrange",
    "DATE": "tstzrange",
    "DATEONLY": "daterange",
    "BIGINT": "int8range",
}

_TYPES = {
    "BLOB": "bytea",
    "BOOLEAN": "boolean",
    "DATE": "timestamp with time zone",
    "TEXT": "text",
}

_SERIALS = {"bigint": "bigserial", "integer": "serial", "smallint": "smallserial"}


class Postgres(Dialect):
    name: Name = "postgresql"
    default_schema = "public"
    has_schemas = True
    enums_are_types = True

    def sql(self, type_: Type) -> str:
        if type_.key in _TYPES:
            return _TYPES[type_.key]
        if type_.key == "RANGE" and type_.item is not None:
            return _RANGES.get(type_.item.key, "int4range")
        return super().sql(type_)

    def string(self, type_: Type) -> str:
        return "bytea" if type_.binary else super().string(type_)

    def decimal(self, type_: Type) -> str:
        return super().decimal(type_).replace("decimal", "numeric").replace(",", ", ")

    def number(self, type_: Type) -> str:
        """No number has a sign or a length, but for `FLOAT(24)`."""
        sized = type_.key == "FLOAT" and not type_.decimals
        return type_.key.lower() + (length(type_) if sized else "")

    def geometry(self, type_: Type) -> str:
        if not type_.shape:
            return type_.key.lower()
        return f"{type_.key.lower()}({type_.shape.lower()}{',' + type_.srid if type_.srid else ''})"

    def array(self, type_: Type, value: ListValue) -> str | None:
        """`ARRAY['a']::VARCHAR(255)[]`."""
        if type_.item is None or value.open:
            return None
        items = [self.default(type_.item, item) for item in value.items]
        if None in items:
            return None
        return f"ARRAY[{','.join(item for item in items if item is not None)}]::{self.type_text(type_)}"


def serial(type_: str) -> str:
    """The type of a column that numbers its rows."""
    return _SERIALS.get(type_, f"{type_} serial")
