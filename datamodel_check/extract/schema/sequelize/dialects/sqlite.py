"""sequelize/src/dialects/sqlite/data-types.js and query-generator.js."""

from datamodel_check.extract.schema.sequelize.dialects.dialect import Dialect, Name, length
from datamodel_check.extract.schema.sequelize.types import Type

_WHOLE = frozenset({"BIGINT", "INTEGER", "MEDIUMINT", "SMALLINT", "TINYINT"})


class Sqlite(Dialect):
    name: Name = "sqlite"
    booleans_are_numbers = True

    def sql(self, type_: Type) -> str:
        match type_.key:
            case "TEXT" | "ENUM":
                return "text"
            case "CITEXT":
                return "text collate nocase"
            case _:
                return super().sql(type_)

    def string(self, type_: Type) -> str:
        keyword = "char" if type_.key == "CHAR" else "varchar"
        return f"{keyword}{' binary' if type_.binary else ''}({type_.length or 255})"

    def number(self, type_: Type) -> str:
        signed = type_.key in _WHOLE
        unsigned = " unsigned" if type_.unsigned and not signed else ""
        zerofill = " zerofill" if type_.zerofill and not signed else ""
        return type_.key.lower() + unsigned + zerofill + length(type_)
