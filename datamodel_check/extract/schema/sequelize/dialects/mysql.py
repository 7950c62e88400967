"""sequelize/src/dialects/{mysql,mariadb}/data-types.js and mysql/query-generator.js."""

from datamodel_check.extract.schema.sequelize.dialects.dialect import Dialect, Name, quoted
from datamodel_check.extract.schema.sequelize.types import Type

_SHORTER = {"double precision": "double", "integer": "int"}

_WITHOUT_DEFAULT = frozenset({"blob", "text", "geometry", "json"})


class Mysql(Dialect):
    name: Name = "mysql"
    uniques_have_names = True

    def sql(self, type_: Type) -> str:
        match type_.key:
            case "DATE":
                return f"datetime({type_.length})" if type_.length else "datetime"
            case "UUID":
                return "char(36) binary"
            case "ENUM":
                return f"enum({','.join(map(quoted, type_.values))})"
            case _:
                return super().sql(type_)

    def decimal(self, type_: Type) -> str:
        text = super().decimal(type_)
        return text + (" unsigned" if type_.unsigned else "") + (" zerofill" if type_.zerofill else "")

    def number(self, type_: Type) -> str:
        name = type_.key.lower()
        return super().number(type_).replace(name, _SHORTER.get(name, name), 1)

    def geometry(self, type_: Type) -> str:
        return (type_.shape or type_.key).lower()

    def takes_default(self, type_: Type) -> bool:
        return self.type_text(type_) not in _WITHOUT_DEFAULT and not type_.binary

    def moment(self, type_: Type, iso: str) -> str:
        text = super().moment(type_, iso).removesuffix(" +00:00")
        return text if type_.length else text.partition(".")[0]
