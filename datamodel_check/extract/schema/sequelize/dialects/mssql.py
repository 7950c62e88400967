"""sequelize/src/dialects/mssql/data-types.js and query-generator.js."""

from datamodel_check.extract.schema.sequelize.dialects.dialect import Dialect, Name, length
from datamodel_check.extract.schema.sequelize.types import Type

_TYPES = {
    "BOOLEAN": "bit",
    "DATE": "datetimeoffset",
    "ENUM": "varchar(255)",
    "UUID": "char(36)",
}

_LARGE = {"BLOB": "varbinary", "TEXT": "nvarchar"}


class Mssql(Dialect):
    name: Name = "sqlserver"
    default_schema = "dbo"
    has_schemas = True
    booleans_are_numbers = True
    uniques_have_names = True

    def sql(self, type_: Type) -> str:
        if type_.key in _LARGE:
            return f"{_LARGE[type_.key]}({256 if (type_.length or '').lower() == 'tiny' else 'max'})"
        return _TYPES.get(type_.key) or super().sql(type_)

    def string(self, type_: Type) -> str:
        if type_.key == "CHAR":
            return super().string(type_)
        return f"{'binary' if type_.binary else 'nvarchar'}({type_.length or 255})"

    def number(self, type_: Type) -> str:
        sized = type_.key == "FLOAT" and not type_.decimals
        name = {"INTEGER": "int"}.get(type_.key, type_.key.lower())
        return name + (length(type_) if sized else "")
