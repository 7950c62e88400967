"""`MySQLTypeCompiler` in lib/sqlalchemy/dialects/mysql/base.py."""

from collections.abc import Mapping

from datamodel_check.extract.schema.sqlalchemy.dialects.dialect import Compiler
from datamodel_check.extract.schema.sqlalchemy.reader import is_true, number
from datamodel_check.extract.schema.sqlalchemy.types import Type, option
from datamodel_check.extract.symbols import strings

_NUMBERS = frozenset(
    {
        *("BIGINT", "BigInteger", "DECIMAL", "DOUBLE", "Double", "FLOAT", "Float", "INT", "INTEGER", "Integer"),
        *("MEDIUMINT", "NUMERIC", "Numeric", "REAL", "SMALLINT", "SmallInteger", "TINYINT"),
    }
)


class MySql(Compiler):
    longest_name = 64
    names: Mapping[str, str] = {**Compiler.names, "BOOLEAN": "bool", "Boolean": "bool", "MatchType": "bool"}

    def spelled(self, kind: str, name: str, type_: Type) -> str | None:
        match kind:
            case "DATETIME" | "DateTime" | "TIME" | "TIMESTAMP" | "Time":
                precision = number(option(type_, "fsp") or (option(type_, "precision")))
                return name + ("" if precision is None else f"({precision})")
            case "SET":
                return f"set({_quoted(strings(type_.options['values']) or ())})"
            case _ if kind in _NUMBERS:
                return self._number(kind, name, type_)
            case _:
                return super().spelled(kind, name, type_)

    def _number(self, kind: str, name: str, type_: Type) -> str | None:
        width = number(option(type_, "display_width"))
        text = f"{name}({width})" if width is not None else super().spelled(kind, name, type_)
        unsigned = " unsigned" if is_true(type_.options.get("unsigned")) else ""
        return (
            None if text is None else text + unsigned + (" zerofill" if is_true(type_.options.get("zerofill")) else "")
        )

    def enum(self, type_: Type) -> str | None:
        enum = type_.enum
        if enum is None or not enum.native:
            return super().enum(type_)
        return f"enum({_quoted(enum.values)})"


def _quoted(values: tuple[str, ...]) -> str:
    return ",".join("'" + value.replace("'", "''") + "'" for value in values)
