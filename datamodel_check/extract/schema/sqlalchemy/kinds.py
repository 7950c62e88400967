"""SQLAlchemy's own types by the names of their classes, and how their constructors call their arguments.

https://github.com/sqlalchemy/sqlalchemy/blob/main/lib/sqlalchemy/sql/sqltypes.py and dialects/*/types.py
"""

from collections.abc import Mapping

_TEXTS = (
    *("CHAR", "CLOB", "NCHAR", "NVARCHAR", "String", "TEXT", "Text", "Unicode", "UnicodeText", "VARCHAR"),
    *("AutoString", "CITEXT", "LONGTEXT", "MEDIUMTEXT", "NTEXT", "TINYTEXT", "NVARCHAR2", "VARCHAR2"),
)
_DECIMALS = ("DECIMAL", "NUMERIC", "Numeric")
_FLOATS = ("DOUBLE", "DOUBLE_PRECISION", "Double", "FLOAT", "Float", "REAL")
_TIMES = ("DATETIME", "DateTime", "TIME", "TIMESTAMP", "Time")
_BYTES = ("BINARY", "BLOB", "BYTEA", "LONGBLOB", "LargeBinary", "MEDIUMBLOB", "TINYBLOB", "VARBINARY")
_INTEGERS = ("BIGINT", "BigInteger", "INT", "INTEGER", "Integer", "MEDIUMINT", "SMALLINT", "SmallInteger", "TINYINT")
_PLAIN = (
    *("BOOLEAN", "Boolean", "DATE", "Date", "JSON", "JSONB", "JSONPATH", "NullType", "NULLTYPE", "PickleType", "YEAR"),
    *("CIDR", "HSTORE", "INET", "MACADDR", "MACADDR8", "MONEY", "OID", "REGCLASS", "REGCONFIG", "TSQUERY", "TSVECTOR"),
    *("DATERANGE", "INT4RANGE", "INT8RANGE", "NUMRANGE", "TSRANGE", "TSTZRANGE"),
    *("DATEMULTIRANGE", "INT4MULTIRANGE", "INT8MULTIRANGE", "NUMMULTIRANGE", "TSMULTIRANGE", "TSTZMULTIRANGE"),
    *("UNIQUEIDENTIFIER", "DATETIMEOFFSET", "DATETIME2", "SMALLDATETIME", "BIT_", "UTCDateTime"),
)

PARAMETERS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(_TEXTS, ("length", "collation")),
    **dict.fromkeys(_DECIMALS, ("precision", "scale", "decimal_return_scale", "asdecimal")),
    **dict.fromkeys(_FLOATS, ("precision", "asdecimal")),
    **dict.fromkeys(_TIMES, ("timezone", "precision")),
    **dict.fromkeys(_BYTES, ("length",)),
    **dict.fromkeys(_INTEGERS, ("display_width",)),
    **dict.fromkeys(_PLAIN, ()),
    "ARRAY": ("item_type", "as_tuple", "dimensions"),
    "BIT": ("length", "varying"),
    "DOMAIN": ("name", "data_type"),
    "ENUM": (),
    "Enum": (),
    "INTERVAL": ("precision", "fields"),
    "Interval": ("native", "second_precision", "day_precision"),
    "MatchType": (),
    "SET": (),
    "UUID": ("as_uuid", "native_uuid"),
    "Uuid": ("as_uuid", "native_uuid"),
}

INTEGERS = frozenset(_INTEGERS)

NUMBERS = frozenset((*_INTEGERS, *_DECIMALS, *_FLOATS))

BIG = frozenset({"BIGINT", "BigInteger"})

SMALL = frozenset({"SMALLINT", "SmallInteger"})
