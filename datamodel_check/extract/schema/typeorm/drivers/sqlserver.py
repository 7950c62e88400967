"""typeorm/src/driver/sqlserver/SqlServerDriver.ts."""

from datamodel_check.extract.schema.typeorm.drivers.driver import Driver
from datamodel_check.extract.schema.typeorm.metadata import Column
from datamodel_check.model.schema import Dialect

_TYPES = {
    "Boolean": "bit",
    "Buffer": "binary",
    "Date": "datetime",
    "Number": "int",
    "String": "nvarchar",
    "dec": "decimal",
    "double precision": "float",
    "integer": "int",
    "rowversion": "timestamp",
    "simple-array": "ntext",
    "simple-enum": "nvarchar",
    "simple-json": "ntext",
    "uuid": "uniqueidentifier",
}


class SqlServer(Driver):
    dialect: Dialect = "sqlserver"
    default_schema = "dbo"
    types = _TYPES
    create_date = "datetime2"
    create_date_default = "getdate()"
    uuid_in_database = "NEWSEQUENTIALID()"
    longest_name = 128

    def length(self, column: Column) -> str:
        if column.length:
            return column.length
        return "255" if self.normal_type(column) in {"nvarchar", "varchar"} else ""

    def function_default(self, text: str) -> str:
        return "getdate()" if text.upper() == "CURRENT_TIMESTAMP" else text
