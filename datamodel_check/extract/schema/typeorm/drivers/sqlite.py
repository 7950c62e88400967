"""typeorm/src/driver/sqlite-abstract/AbstractSqliteDriver.ts: SQLite in all its drivers."""

import re

from datamodel_check.extract.schema.typeorm.drivers.driver import Driver
from datamodel_check.extract.schema.typeorm.metadata import Column
from datamodel_check.model.schema import Dialect

_TYPES = {
    "Boolean": "boolean",
    "Date": "datetime",
    "Number": "integer",
    "String": "varchar",
    "int": "integer",
    "simple-array": "text",
    "simple-enum": "varchar",
    "simple-json": "text",
    "uuid": "varchar",
}


class Sqlite(Driver):
    dialect: Dialect = "sqlite"
    types = _TYPES
    create_date = "datetime"
    create_date_default = "datetime('now')"
    version = "integer"
    tree_level = "integer"
    knows_schemas = False
    keys_have_names = False

    def full_type(self, column: Column) -> str:
        return "varchar" if column.enum else super().full_type(column)

    def function_default(self, text: str) -> str:
        """SQLite takes expressions in parentheses, which TypeORM puts around everything."""
        return text if text.startswith("(") or re.fullmatch(r"\w+|'.*'", text) else f"({text})"
