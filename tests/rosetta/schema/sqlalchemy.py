from sqlalchemy import Column, Enum, ForeignKey, Integer, MetaData, Table, Text
from sqlalchemy.orm import DeclarativeBase

shared = MetaData()
customer = Table("customer", shared, Column("id", Integer, primary_key=True, autoincrement=False))
shadow = Table("customer", shared, Column("id", Integer, primary_key=True, autoincrement=False), schema="archive")


class Base(DeclarativeBase):
    metadata = shared


class Account(Base):
    __tablename__ = "account"
    __table_args__ = {"schema": "billing"}

    id = Column(Integer, primary_key=True, autoincrement=False)
    customer = Column(ForeignKey("customer.id"))
    currency = Column(Enum("eur", "usd", name="currency", schema="billing"), nullable=False)


entry = Table(
    "entry",
    shared,
    Column("account", ForeignKey("billing.account.id", ondelete="CASCADE")),
    Column("text", Text, unique=True),
    schema="billing",
)
