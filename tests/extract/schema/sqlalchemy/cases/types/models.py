import enum
import json

import sqlalchemy as sa
from sqlalchemy import Column, Enum, MetaData, Table, TypeDecorator, types
from sqlalchemy.dialects import postgresql as pg
from sqlalchemy.ext.mutable import MutableDict

metadata = MetaData()


class Level(str, enum.Enum):
    LOW = "low"
    HIGH = "high"
    ALIAS = "low"


class Json(TypeDecorator):
    impl = types.Text
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return json.dumps(value)


class Guid(TypeDecorator):
    impl = types.CHAR(36)
    cache_ok = True

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(pg.UUID())
        else:
            return dialect.type_descriptor(types.CHAR(32))


class Limited(TypeDecorator):
    impl = types.String
    cache_ok = True

    def __init__(self, length=50, **kwargs):
        super().__init__(length=length, **kwargs)


class Point(types.UserDefinedType):
    cache_ok = True

    def get_col_spec(self, **kw):
        return "POINT"


def enumeration(kind, **options):
    return Enum(kind, values_callable=lambda obj: [e.value for e in obj], **options)


table = Table(
    "types",
    metadata,
    Column("json", Json),
    Column("guid", Guid()),
    Column("limited", Limited),
    Column("limited_more", Limited(7)),
    Column("point", Point),
    Column("level", Enum(Level)),
    Column("level_values", enumeration(Level, name="level_values")),
    Column("level_text", Enum(Level, native_enum=False, length=20)),
    Column("words", Enum("a", "b b", name="words", schema="other")),
    Column("unsized", Enum("abc", "defgh", native_enum=False)),
    Column("pg_enum", pg.ENUM("x", "y", name="xy")),
    Column("mutable", MutableDict.as_mutable(pg.JSONB)),
    Column("variant", sa.JSON().with_variant(pg.JSONB(), "postgresql")),
    Column("other", sa.String(5).with_variant(sa.Text(), "mysql")),
    Column("array", sa.ARRAY(sa.Integer)),
    Column("arrays", pg.ARRAY(sa.String(3), dimensions=2)),
    Column("levels", pg.ARRAY(Enum(Level))),
    Column("numeric", sa.Numeric(10, 2)),
    Column("decimal", sa.DECIMAL(precision=5)),
    Column("float", sa.Float),
    Column("float_precise", sa.Float(24)),
    Column("double", sa.Double),
    Column("real", sa.REAL),
    Column("time", sa.Time(timezone=True)),
    Column("stamp", pg.TIMESTAMP(timezone=True, precision=3)),
    Column("datetime", sa.DateTime(True)),
    Column("interval", sa.Interval),
    Column("interval_pg", pg.INTERVAL(fields="DAY")),
    Column("binary", sa.LargeBinary(length=16)),
    Column("bytea", pg.BYTEA),
    Column("pickle", sa.PickleType),
    Column("uuid", sa.Uuid(as_uuid=False)),
    Column("uuid_text", sa.Uuid(native_uuid=False)),
    Column("uuid_pg", pg.UUID(as_uuid=True)),
    Column("collated", sa.String(9, collation="de_DE")),
    Column("unicode", sa.Unicode(4)),
    Column("unicode_text", sa.UnicodeText),
    Column("char", sa.CHAR(2)),
    Column("boolean", sa.Boolean(name="b")),
    Column("small", sa.SmallInteger),
    Column("big", sa.BIGINT),
    Column("inet", pg.INET),
    Column("bit", pg.BIT(5)),
    Column("varbit", pg.BIT(varying=True)),
    Column("hstore", pg.HSTORE),
    Column("range", pg.INT4RANGE),
    Column("search", pg.TSVECTOR),
    Column("citext", pg.CITEXT),
)
