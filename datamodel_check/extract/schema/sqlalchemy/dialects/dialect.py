"""What the databases have in common: `GenericTypeCompiler` in lib/sqlalchemy/sql/compiler.py, in lower case."""

from collections.abc import Mapping

from datamodel_check.extract.schema.sqlalchemy.reader import is_false, number
from datamodel_check.extract.schema.sqlalchemy.types import Type, option
from datamodel_check.extract.symbols import string

_GENERIC: Mapping[str, str] = {
    "AutoString": "varchar",
    "BigInteger": "bigint",
    "Boolean": "boolean",
    "DOUBLE_PRECISION": "double precision",
    "Date": "date",
    "DateTime": "datetime",
    "Double": "double",
    "Float": "float",
    "INT": "integer",
    "Integer": "integer",
    "Interval": "datetime",
    "LargeBinary": "blob",
    "MatchType": "boolean",
    "Numeric": "numeric",
    "PickleType": "blob",
    "SmallInteger": "smallint",
    "String": "varchar",
    "Text": "text",
    "Time": "time",
    "UTCDateTime": "datetime",
    "Unicode": "varchar",
    "UnicodeText": "text",
}
"""Generic types and what they are called."""


class Compiler:
    """Spells types as one database does."""

    default_schema: str | None = None
    has_enums = False
    """Whether an enumeration is a type of its own."""
    has_serials = False
    names: Mapping[str, str] = _GENERIC
    longest_name = 9999

    def text(self, type_: Type) -> str | None:
        """The type's text; None where the database has no such type."""
        if not type_.kind:
            return type_.text
        if type_.kind in ("NullType", "NULLTYPE"):
            return None
        return self.spelled(type_.kind, self.names.get(type_.kind, type_.kind.lower()), type_)

    def spelled(self, kind: str, name: str, type_: Type) -> str | None:
        """A type that is called `name` here."""
        match kind:
            case "Enum":
                return self.enum(type_)
            case "Uuid":
                return "char(32)"
            case "ARRAY":
                return self.array(type_)
            case "DECIMAL" | "NUMERIC" | "Numeric":
                return name + _arguments(type_, "precision", "scale")
            case _ if "length" in type_.options and name not in _WITHOUT_LENGTH:
                return name + _arguments(type_, "length") + self.collation(type_)
            case _:
                return name + self.collation(type_)

    def collation(self, type_: Type) -> str:
        given = string(option(type_, "collation"))
        return f' collate "{given}"' if given else ""

    def enum(self, type_: Type) -> str | None:
        """`VARCHAR`, as long as the longest value."""
        if type_.enum is None:
            return None
        size = type_.enum.length or max(map(len, type_.enum.values), default=0)
        return f"varchar({size})"

    def array(self, type_: Type) -> str | None:  # noqa: ARG002
        return None


_WITHOUT_LENGTH = frozenset({"blob", "bytea", "boolean", "date"})


def _arguments(type_: Type, *names: str) -> str:
    found = [str(known) for name in names if (known := number(option(type_, name))) is not None]
    return f"({', '.join(found)})" if found and found[0] != "0" else ""


def is_zoned(type_: Type) -> bool:
    return "timezone" in type_.options and not is_false(type_.options["timezone"])
