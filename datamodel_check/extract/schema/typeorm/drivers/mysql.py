"""typeorm/src/driver/mysql/MysqlDriver.ts, of MySQL and MariaDB."""

import re
from decimal import ROUND_HALF_UP, Decimal

from datamodel_check.extract.schema.typeorm.drivers.driver import Driver
from datamodel_check.extract.schema.typeorm.metadata import Column
from datamodel_check.model import javascript
from datamodel_check.model.schema import Dialect
from datamodel_check.model.values import Constant, ListValue, ObjectValue

_TYPES = {
    "Boolean": "tinyint",
    "Buffer": "blob",
    "Date": "datetime",
    "Number": "int",
    "String": "varchar",
    "bool": "tinyint",
    "boolean": "tinyint",
    "dec": "decimal",
    "double precision": "double",
    "fixed": "decimal",
    "integer": "int",
    "national char": "char",
    "national varchar": "varchar",
    "nchar": "char",
    "numeric": "decimal",
    "nvarchar": "varchar",
    "real": "double",
    "simple-array": "text",
    "simple-enum": "enum",
    "simple-json": "text",
    "uuid": "varchar",
}

_LENGTHS = {"varbinary", "varchar"}


class MySql(Driver):
    dialect: Dialect = "mysql"
    types = _TYPES
    create_date = "datetime"
    create_date_default = "CURRENT_TIMESTAMP(6)"
    date_precision = 6
    uniques_are_indexes = True
    knows_schemas = False
    longest_name = 63
    keys_have_names = False

    def length(self, column: Column) -> str:
        if column.length:
            return column.length
        if column.generation == "uuid":
            return "36"
        return "255" if self.normal_type(column) in _LENGTHS else ""

    def full_type(self, column: Column) -> str:
        type_ = super().full_type(column)
        if column.width and not self.length(column):
            type_ = f"{self.normal_type(column)}({column.width})"
        if column.enum:
            values = ("'" + value.replace("'", "''") + "'" for value in column.enum)
            type_ += f"({','.join(values)})"
        if column.zerofill:
            return f"{type_} zerofill"
        return f"{type_} unsigned" if column.unsigned else type_

    # --- defaults ----------------------------------------------------------------------------------------------------

    def number(self, column: Column, value: Constant) -> str:
        """`value.toFixed(scale)`: without a scale, no fraction is left."""
        if not isinstance(value.value, int | float):
            return javascript.text(value)
        rounded = Decimal(value.value).quantize(Decimal(1).scaleb(-(column.scale or 0)), ROUND_HALF_UP)
        return f"{rounded:f}"

    def structure(self, column: Column, value: ListValue | ObjectValue) -> str | None:
        text = super().structure(column, value)
        return f"'{text}'" if column.type == "set" and text is not None else text

    def function_default(self, text: str) -> str:
        """`normalizeDatetimeFunction`."""
        upper = text.upper()
        if "CURRENT_TIMESTAMP" not in upper and "NOW" not in upper:
            return text
        precision = re.search(r"\(\d+\)", text)
        return f"CURRENT_TIMESTAMP{precision[0] if precision else self.plain_call}"

    plain_call = ""


class MariaDb(MySql):
    """What the server's version decides (`json`, `uuid`) is as of one that is not connected."""

    types = {**_TYPES, "json": "longtext"}  # noqa: RUF012
    plain_call = "()"
