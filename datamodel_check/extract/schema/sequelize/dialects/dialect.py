"""What the databases have in common: sequelize/src/data-types.js and src/dialects/abstract/query-generator.js.

Types are given in lower case, and in the spelling that the database itself has for them.
"""

import re
from typing import TypeAlias

from datamodel_check.extract.json_text import date, iso, json
from datamodel_check.extract.schema.sequelize.types import Type
from datamodel_check.model import javascript, schema
from datamodel_check.model.values import Application, Constant, ListValue, ObjectValue, Value

Name: TypeAlias = schema.Dialect

_ZONE = re.compile(r"T.*(?:Z|[+-]\d\d:?\d\d)$")


class Dialect:
    """One database."""

    name: Name
    default_schema: str | None = None
    has_schemas = False
    """Whether a schema is a schema; elsewhere it is the beginning of a table's name."""
    enums_are_types = False
    booleans_are_numbers = False
    uniques_have_names = False
    """Of constraints of several columns, and those of one that are given a name."""

    # --- names -------------------------------------------------------------------------------------------------------

    def quoted(self, name: str) -> str:
        """`quoteIdentifier`."""
        if self.name == "sqlserver":
            return f"[{name}]"
        mark = "`" if self.name in {"mysql", "sqlite"} else '"'
        return mark + name + mark

    # --- types -------------------------------------------------------------------------------------------------------

    def type_text(self, type_: Type) -> str:
        """`type.toSql()`."""
        if not type_.key:
            return type_.text.lower()
        return self.sql(type_)

    def sql(self, type_: Type) -> str:
        match type_.key:
            case "STRING" | "CHAR":
                return self.string(type_)
            case "TEXT" | "BLOB":
                return _sized(type_)
            case "DECIMAL":
                return self.decimal(type_)
            case "BOOLEAN":
                return "tinyint(1)"
            case "DATE":
                return "datetime"
            case "DATEONLY":
                return "date"
            case "ARRAY" if type_.item is not None:
                return f"{self.type_text(type_.item)}[]"
            case "GEOMETRY" | "GEOGRAPHY":
                return self.geometry(type_)
            case _:
                return self.number(type_)

    def string(self, type_: Type) -> str:
        keyword = "char" if type_.key == "CHAR" else "varchar"
        return f"{keyword}({type_.length or 255})" + (" binary" if type_.binary else "")

    def decimal(self, type_: Type) -> str:
        given = [part for part in (type_.precision, type_.scale) if part and part != "0"]
        return f"decimal({','.join(given)})" if given else "decimal"

    def number(self, type_: Type) -> str:
        """Numbers, and all types that are called as their class is."""
        text = type_.key.lower() + length(type_)
        return text + (" unsigned" if type_.unsigned else "") + (" zerofill" if type_.zerofill else "")

    def geometry(self, type_: Type) -> str:
        return type_.key.lower()

    # --- defaults ----------------------------------------------------------------------------------------------------

    def takes_default(self, type_: Type) -> bool:  # noqa: ARG002
        """Whether the query generator writes the default of a column of this type."""
        return True

    def default(self, type_: Type, value: Value) -> str | None:
        """A plain value as SQL; None where it cannot be told."""
        if isinstance(value, Constant):
            return self._constant(type_, value)
        if isinstance(value, ListValue) and type_.key == "ARRAY":
            return self.array(type_, value)
        if isinstance(value, ListValue | ObjectValue) and type_.key in {"JSON", "JSONB"}:
            printed = json(value)
            return None if printed is None else quoted(printed)
        moment = date(value) if isinstance(value, Application) else None
        return None if moment is None else quoted(self.moment(type_, moment))

    def _constant(self, type_: Type, value: Constant) -> str | None:
        if type_.key in {"JSON", "JSONB"}:
            printed = json(value)
            return None if printed is None else quoted(printed)
        if isinstance(value.value, bool):
            return str(int(value.value)) if self.booleans_are_numbers else javascript.text(value)
        if isinstance(value.value, str):
            # A time without a zone is one of who runs it, which nobody knows here.
            zoned = type_.key == "DATE" and _ZONE.search(value.value) is not None
            moment = iso(value.value) if zoned else None
            return quoted(value.value if moment is None else self.moment(type_, moment))
        return javascript.text(value)

    def moment(self, type_: Type, iso: str) -> str:
        """A time as Sequelize writes it; `iso` is its ISO text."""
        day, _, time = iso.partition("T")
        return day if type_.key == "DATEONLY" else f"{day} {time.removesuffix('Z')} +00:00"

    def array(self, type_: Type, value: ListValue) -> str | None:  # noqa: ARG002
        """A default of several items."""
        return None


def length(type_: Type) -> str:
    if not type_.length or type_.length == "0":
        return ""
    return f"({type_.length}{',' + type_.decimals if type_.decimals else ''})"


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _sized(type_: Type) -> str:
    """`TEXT("long")`."""
    size = (type_.length or "").lower()
    return (size if size in {"tiny", "medium", "long"} else "") + type_.key.lower()
