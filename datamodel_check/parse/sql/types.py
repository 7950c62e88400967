"""Column types, in the one spelling that each database's catalog has for them.

https://www.postgresql.org/docs/current/datatype.html, https://dev.mysql.com/doc/refman/8.4/en/other-vendor-data-types.html,
https://www.sqlite.org/datatype3.html
"""

from collections.abc import Sequence

from datamodel_check.model.sql import DataType, ObjectName
from datamodel_check.parse.sql import expressions
from datamodel_check.parse.sql.reader import Reader
from datamodel_check.parse.sql.tokens import Token, words

_POSTGRESQL = {
    "bool": "boolean",
    "bpchar": "char",
    "char": "char",
    "character": "char",
    "dec": "numeric",
    "decimal": "numeric",
    "float4": "real",
    "float8": "double precision",
    "int": "integer",
    "int2": "smallint",
    "int4": "integer",
    "int8": "bigint",
    "nchar": "char",
    "serial2": "smallserial",
    "serial4": "serial",
    "serial8": "bigserial",
    "timestamptz": "timestamp with time zone",
    "timetz": "time with time zone",
    "varbit": "bit varying",
    "varchar": "varchar",
}
_POSTGRESQL_BUILT_IN = frozenset(_POSTGRESQL.values()) | words(
    "bigint bigserial bit bit boolean box bytea cidr circle date inet integer interval json jsonb line lseg "
    "macaddr macaddr8 money numeric oid path pg_lsn point polygon real regclass serial smallint smallserial "
    "text time timestamp tsquery tsvector uuid xml"
)
_SINGLE_PRECISION = frozenset(f"({bits})" for bits in range(1, 25))
_POSTGRESQL_PHRASES = (
    (("DOUBLE", "PRECISION"), "double precision"),
    (("CHARACTER", "VARYING"), "varchar"),
    (("CHAR", "VARYING"), "varchar"),
    (("NATIONAL", "CHARACTER", "VARYING"), "varchar"),
    (("NATIONAL", "CHAR", "VARYING"), "varchar"),
    (("NATIONAL", "CHARACTER"), "char"),
    (("NATIONAL", "CHAR"), "char"),
    (("BIT", "VARYING"), "bit varying"),
)
_INTERVAL_FIELDS = frozenset({"YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND", "TO"})

_MYSQL = {
    "bool": "tinyint(1)",
    "boolean": "tinyint(1)",
    "character": "char",
    "dec": "decimal",
    "fixed": "decimal",
    "float4": "float",
    "float8": "double",
    "int1": "tinyint",
    "int2": "smallint",
    "int3": "mediumint",
    "int4": "int",
    "int8": "bigint",
    "integer": "int",
    "long": "mediumtext",
    "middleint": "mediumint",
    "numeric": "decimal",
    "nchar": "char",
    "nvarchar": "varchar",
    "real": "double",
}
_MYSQL_PHRASES = (
    (("DOUBLE", "PRECISION"), "double"),
    (("CHARACTER", "VARYING"), "varchar"),
    (("CHAR", "VARYING"), "varchar"),
    (("NATIONAL", "VARCHAR"), "varchar"),
    (("NATIONAL", "CHAR"), "char"),
    (("LONG", "VARCHAR"), "mediumtext"),
    (("LONG", "VARBINARY"), "mediumblob"),
)
_MYSQL_INTEGERS = frozenset({"tinyint", "smallint", "mediumint", "int", "bigint"})
_MYSQL_IMPLIED = {("decimal", "(10,0)"), ("decimal", "(10)"), ("char", "(1)"), ("bit", "(1)"), ("binary", "(1)")}

_SQLITE_ENDS = words(
    "CONSTRAINT PRIMARY NOT NULL UNIQUE CHECK DEFAULT COLLATE REFERENCES GENERATED AS AUTOINCREMENT ON"
)


def data_type(reader: Reader) -> DataType:
    """The type that is next; SQLite also knows columns without one."""
    if reader.dialect == "postgresql":
        return _postgresql(reader)
    if reader.dialect == "mysql":
        return DataType(_mysql(reader))
    return DataType(_sqlite(reader))


# --- PostgreSQL ------------------------------------------------------------------------------------------------------


def _postgresql(reader: Reader) -> DataType:
    reader.accept("SETOF")
    base, name = _postgresql_base(reader)
    if base == "interval" and name is None:
        text = base + _interval_fields(reader) + _arguments(reader)
    elif base in {"timestamp", "time"} and name is None:
        text = base + _arguments(reader) + _zone(reader)
    elif base.endswith(" with time zone"):
        first, rest = base.split(" ", 1)
        text = f"{first}{_arguments(reader)} {rest}"
    else:
        text = _postgresql_sized(base, _arguments(reader))
    return DataType(text + _dimensions(reader), name)


def _postgresql_base(reader: Reader) -> tuple[str, ObjectName | None]:
    for phrase, spelling in _POSTGRESQL_PHRASES:
        if reader.accept(*phrase):
            return spelling, None
    quoted = reader.next.kind == "name"
    name = reader.object_name("a type")
    if name.schema in {None, "pg_catalog"}:
        known = _POSTGRESQL.get(name.name, name.name)
        if known in _POSTGRESQL_BUILT_IN or name.name == "float":
            return (f'"{name.name}"' if quoted and name.name == "char" else known), None
    visible = name.name if name.schema == "public" else str(name)
    return visible, name


def _postgresql_sized(base: str, arguments: str) -> str:
    if base == "float":
        return "real" if arguments in _SINGLE_PRECISION else "double precision"
    if base == "numeric" and arguments and "," not in arguments:
        return f"numeric{arguments[:-1]},0)"
    if base in {"char", "bit"} and arguments == "(1)":
        return base
    return base + arguments


def _interval_fields(reader: Reader) -> str:
    words = []
    while reader.at_any(_INTERVAL_FIELDS):
        words.append(" " + reader.advance().text.lower())
    return "".join(words)


def _zone(reader: Reader) -> str:
    if reader.accept("WITH", "TIME", "ZONE"):
        return " with time zone"
    reader.accept("WITHOUT", "TIME", "ZONE")
    return ""


def _dimensions(reader: Reader) -> str:
    """Sizes of arrays are written but not kept."""
    count = 0
    if reader.accept("ARRAY"):
        count = not reader.at_symbol("[")
    while reader.at_symbol("["):
        reader.skip_group()
        count += 1
    return "[]" * count


# --- MySQL and SQLite ------------------------------------------------------------------------------------------------


def _mysql(reader: Reader) -> str:
    base = _mysql_base(reader)
    arguments = _arguments(reader)
    text = _mysql_sized(base, arguments)
    while True:
        if reader.accept("UNSIGNED"):
            text += " unsigned"
        elif reader.accept("ZEROFILL"):
            text += " zerofill" if text.endswith(" unsigned") else " unsigned zerofill"
        elif not reader.accept("SIGNED"):
            return text


def _mysql_base(reader: Reader) -> str:
    for phrase, spelling in _MYSQL_PHRASES:
        if reader.accept(*phrase):
            return spelling
    if reader.next.kind not in {"word", "name"}:
        raise reader.fail("a type")
    name = reader.advance().value.lower()
    return _MYSQL.get(name, name)


def _mysql_sized(base: str, arguments: str) -> str:
    """The width of an integer is only for display, and no longer printed; `tinyint(1)` stands for a boolean."""
    if base in _MYSQL_INTEGERS and (base, arguments) != ("tinyint", "(1)"):
        return base
    if (base, arguments) in _MYSQL_IMPLIED or arguments == "(0)" or base == "year":
        return base
    if base == "decimal" and arguments and "," not in arguments:
        return f"decimal{arguments[:-1]},0)"
    return base + arguments


def _sqlite(reader: Reader) -> str:
    words: list[str] = []
    while reader.next.kind in {"word", "name"} and not reader.at_any(_SQLITE_ENDS):
        words.append(reader.advance().value.lower())
    return " ".join(words) + (_arguments(reader) if words else "")


def _arguments(reader: Reader) -> str:
    if not reader.at_symbol("("):
        return ""
    tokens = reader.parenthesised()
    return f"({','.join(_argument(part, reader) for part in _by_commas(tokens))})"


def _argument(tokens: Sequence[Token], reader: Reader) -> str:
    written = expressions.text(tokens, reader.dialect)
    return written if any(token.kind == "string" for token in tokens) else written.lower()


def _by_commas(tokens: Sequence[Token]) -> list[list[Token]]:
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.kind == "symbol" and token.text == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts
