"""Defaults: plain values and SQL reach the database, functions and generated values do not.

Source: sequelize/src/utils.js, `defaultValueSchemable`; src/dialects/abstract/query-generator.js, `escape` and
`handleSequelizeMethod`.
"""

from typing import NamedTuple

from datamodel_check.extract.schema.sequelize.attributes import is_made_by_sequelize
from datamodel_check.extract.schema.sequelize.dialects.dialect import Dialect
from datamodel_check.extract.schema.sequelize.known import called, path
from datamodel_check.extract.schema.sequelize.reader import Reader
from datamodel_check.extract.schema.sequelize.types import Type
from datamodel_check.extract.symbols import string, symbol
from datamodel_check.model.location import Location
from datamodel_check.model.values import Application, Constant, TemplateValue, Value


class Default(NamedTuple):
    """What stands in the SQL, and whether Sequelize fills the column itself."""

    text: str | None = None
    by_sequelize: bool = False


def default(reader: Reader, dialect: Dialect, type_: Type, value: Value | None, label: str, place: Location) -> Default:
    """The default of a column."""
    if value is None:
        return Default()
    if path(value) == ("sql", "uuidV4") and dialect.name == "postgresql":
        return Default("gen_random_uuid()")
    if is_made_by_sequelize(value) or (symbol(value) is not None and path(value) is None):
        return Default(by_sequelize=True)  # a function, the repository's or a package's own
    if not dialect.takes_default(type_):
        return Default(by_sequelize=True)
    text = expression(dialect, value)
    if text is None:
        text = dialect.default(type_, value)
    if text is None:
        reader.unresolved(f"the default of {label}", value, place)
        text = reader.program.describe(value)
    return Default(text)


def expression(dialect: Dialect, value: Value) -> str | None:
    """`literal("…")`, `fn("now")`, `cast(value, "type")`, `col("name")`, and version 7's `` sql`…` ``."""
    if isinstance(value, TemplateValue):
        texts = [part if isinstance(part, str) else None for part in value.parts]
        return None if None in texts else "".join(text for text in texts if text is not None)
    if not isinstance(value, Application) or not value.arguments:
        return None
    first, rest = value.arguments[0], value.arguments[1:]
    match called(value):
        case "literal":
            return string(first)
        case "fn":
            arguments = [_argument(dialect, one) for one in rest]
            name = string(first)
            known = [one for one in arguments if one is not None]
            return f"{name}({', '.join(known)})" if name is not None and len(known) == len(arguments) else None
        case "cast" if rest and (type_ := string(rest[0])) is not None:
            text = _argument(dialect, first)
            return None if text is None else f"CAST({text} AS {type_.upper()})"
        case "col":
            name = string(first)
            return ".".join(map(dialect.quoted, name.split("."))) if name is not None else None
        case _:
            return None


def _argument(dialect: Dialect, value: Value) -> str | None:
    if isinstance(value, Constant):
        return dialect.default(Type("STRING"), value)
    return expression(dialect, value)
