from sqlalchemy import Column, LargeBinary, MetaData, Table, Text, TypeDecorator
from sqlalchemy.dialects.postgresql import CITEXT
from sqlalchemy.types import UserDefinedType

metadata = MetaData()


class Money(UserDefinedType):
    def __init__(self, places=2):
        self.places = places

    def get_col_spec(self, **kw):
        return f"NUMERIC(12, {self.places})"


class Email(TypeDecorator):
    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(CITEXT())
        return dialect.type_descriptor(Text())


class Bytes(LargeBinary):
    pass


account = Table(
    "account",
    metadata,
    Column("email", Email(), nullable=False, unique=True),
    Column("balance", Money(places=4)),
    Column("limit", Money),
    Column("key", Bytes),
)
