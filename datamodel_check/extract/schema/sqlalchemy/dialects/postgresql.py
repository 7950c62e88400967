"""`PGTypeCompiler` in lib/sqlalchemy/dialects/postgresql/base.py."""

from collections.abc import Mapping

from datamodel_check.extract.schema.sqlalchemy.dialects.dialect import Compiler, is_zoned
from datamodel_check.extract.schema.sqlalchemy.reader import is_false, is_true, number
from datamodel_check.extract.schema.sqlalchemy.types import Type, option
from datamodel_check.extract.symbols import string


class PostgreSql(Compiler):
    default_schema = "public"
    has_enums = True
    has_serials = True
    longest_name = 63
    names: Mapping[str, str] = {
        **Compiler.names,
        "Double": "double precision",
        "Interval": "interval",
        "LargeBinary": "bytea",
        "PickleType": "bytea",
    }

    def spelled(self, kind: str, name: str, type_: Type) -> str | None:
        match kind:
            case "DateTime" | "TIMESTAMP" | "Time" | "TIME" | "UTCDateTime":
                return _moment("time" if kind in ("Time", "TIME") else "timestamp", type_)
            case "Uuid" | "UUID":
                return "char(32)" if is_false(type_.options.get("native_uuid")) else "uuid"
            case "FLOAT" | "Float":
                size = number(option(type_, "precision"))
                return f"float({size})" if size else "float"
            case "BIT":
                return _bits(type_)
            case "INTERVAL" | "Interval":
                return _interval(type_)
            case _:
                return super().spelled(kind, name, type_)

    def enum(self, type_: Type) -> str | None:
        enum = type_.enum
        if enum is None or not enum.native:
            return super().enum(type_)
        return enum.name

    def array(self, type_: Type) -> str | None:
        item = self.text(type_.item) if type_.item else None
        dimensions = number(option(type_, "dimensions"))
        return None if item is None else item + "[]" * (1 if dimensions is None else dimensions)


def _moment(name: str, type_: Type) -> str:
    precision = number(option(type_, "precision"))
    zone = "with" if is_zoned(type_) or type_.kind == "UTCDateTime" else "without"
    return f"{name}{'' if precision is None else f'({precision})'} {zone} time zone"


def _bits(type_: Type) -> str:
    length = number(option(type_, "length"))
    if is_true(type_.options.get("varying")):
        return "bit varying" if length is None else f"bit varying({length})"
    return f"bit({1 if length is None else length})"


def _interval(type_: Type) -> str:
    fields = string(option(type_, "fields"))
    precision = number(option(type_, "precision") or option(type_, "second_precision"))
    return "interval" + (f" {fields.lower()}" if fields else "") + ("" if precision is None else f" ({precision})")
