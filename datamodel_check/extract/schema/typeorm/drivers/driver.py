"""What the drivers have in common: how a column's type and default are said to a database."""

from collections.abc import Mapping

from datamodel_check.extract import json_text
from datamodel_check.extract.schema.typeorm.metadata import Column
from datamodel_check.model import javascript
from datamodel_check.model.schema import Dialect
from datamodel_check.model.values import Constant, ListValue, ObjectValue, Value

_NUMERIC_ENUMS = {"enum", "simple-enum"}


class Driver:
    """One kind of database. The attributes are `mappedDataTypes` and the like of typeorm/src/driver/*/…Driver.ts."""

    dialect: Dialect
    default_schema: str | None = None
    types: Mapping[str, str] = {}
    """Column types and constructors → the type that `normalizeType` says."""
    create_date = "timestamp"
    create_date_default = "now()"
    date_precision: int | None = None
    version = "int"
    tree_level = "int"
    uuid_in_database: str | None = None
    """The expression by which the database itself makes a UUID; None where TypeORM makes it."""
    uniques_are_indexes = False
    enums_are_types = False
    knows_schemas = True
    longest_name = 0
    """Beyond this names of junction tables are shortened; 0 where nothing is."""
    keys_have_names = True
    nests = False
    """Whether embedded objects stay objects."""

    def normal_type(self, column: Column) -> str:
        return self.types.get(column.type, column.type)

    def length(self, column: Column) -> str:
        return column.length

    def full_type(self, column: Column) -> str:
        """`createFullType`, in lower case."""
        type_ = self.normal_type(column)
        if length := self.length(column):
            text = f"{type_}({length})"
        elif column.precision is not None and column.scale is not None:
            text = f"{type_}({column.precision},{column.scale})"
        elif column.precision is not None:
            text = f"{type_}({column.precision})"
        else:
            text = type_
        return text.lower() + ("[]" if column.array else "")

    # --- defaults ----------------------------------------------------------------------------------------------------

    def default(self, column: Column, value: Value) -> str | None:
        """The SQL of a default that is no function; None where it cannot be told.

        TypeORM puts numbers in quotes or parentheses for some databases; they are left out here, so that a number
        reads alike everywhere.
        """
        if isinstance(value, Constant):
            return self.constant(column, value)
        if isinstance(value, ListValue | ObjectValue):
            return self.structure(column, value)
        return None

    def constant(self, column: Column, value: Constant) -> str:
        if isinstance(value.value, bool) and column.type not in _NUMERIC_ENUMS:
            return self.boolean(value=value.value)
        if isinstance(value.value, str) or column.type in _NUMERIC_ENUMS:
            return f"'{javascript.text(value)}'"
        return self.number(column, value)

    def boolean(self, *, value: bool) -> str:
        return "1" if value else "0"

    def number(self, column: Column, value: Constant) -> str:  # noqa: ARG002
        return javascript.text(value)

    def structure(self, column: Column, value: ListValue | ObjectValue) -> str | None:  # noqa: ARG002
        """`${value}`."""
        if isinstance(value, ObjectValue):
            return "[object Object]"
        texts = [javascript.text(item) for item in value.items if isinstance(item, Constant)]
        return ",".join(texts) if len(texts) == len(value.items) and not value.open else None

    def function_default(self, text: str) -> str:
        """What a default given as a function that returns SQL comes to."""
        return text


def json_default(value: ListValue | ObjectValue) -> str | None:
    text = json_text.json(value)
    return None if text is None else f"'{text}'"
