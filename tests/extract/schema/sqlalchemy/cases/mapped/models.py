import datetime
import decimal
import enum
import uuid
from typing import Annotated, Any, List, Literal, NewType, Optional, Union

from sqlalchemy import JSON, BigInteger, DateTime, Enum, ForeignKey, Identity, Integer, Numeric, String, Text, func
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    MappedAsDataclass,
    WriteOnlyMapped,
    column_property,
    deferred,
    mapped_column,
    registry,
    relationship,
)

Str30 = Annotated[str, 30]
Key = Annotated[int, mapped_column(primary_key=True)]
Stamp = Annotated[datetime.datetime, mapped_column(DateTime(timezone=True), server_default=func.now())]
Required = Annotated[Optional[str], mapped_column(String(9), nullable=False, index=True)]
Money = NewType("Money", decimal.Decimal)


class Color(enum.Enum):
    RED = "r"
    GREEN = "g"


class Base(DeclarativeBase):
    registry = registry(
        type_annotation_map={
            Str30: String(30),
            Money: Numeric(10, 2),
            dict[str, Any]: JSON,
            Literal["big", "small"]: Enum("big", "small", name="size", native_enum=False),
        }
    )


class Account(Base):
    __tablename__ = "account"

    id: Mapped[Key]
    name: Mapped[Str30]
    nick: Mapped[Optional[Str30]]
    code: Mapped[Required]
    at: Mapped[Stamp]
    token: Mapped[uuid.UUID] = mapped_column(default=uuid.uuid4, unique=True)
    balance: Mapped[Money] = mapped_column(server_default="0")
    ratio: Mapped[float]
    amount: Mapped[decimal.Decimal | None]
    flag: Mapped[bool] = mapped_column(default=False)
    blob: Mapped[bytes | None]
    day: Mapped[datetime.date]
    clock: Mapped[Optional[datetime.time]]
    wait: Mapped[datetime.timedelta]
    color: Mapped[Color]
    former: Mapped[Optional[Color]]
    mode: Mapped[Literal["on", "off", "auto"]]
    size: Mapped[Literal["big", "small"]]
    extra: Mapped[dict[str, Any]]
    maybe: Mapped[Union[str, None]] = mapped_column(Text, comment="may be")
    text: Mapped["str | None"]
    forced: Mapped[str | None] = mapped_column(nullable=False)
    late: Mapped[str] = deferred(mapped_column(Text))
    plain = mapped_column(Integer, nullable=False)
    first: Mapped[int] = mapped_column("erst", BigInteger, sort_order=-1)
    owner_id: Mapped[Optional[int]] = mapped_column(ForeignKey("owner.id", ondelete="SET NULL"))
    owner: Mapped[Optional["Owner"]] = relationship(back_populates="accounts")
    double = column_property(plain * 2)


class Owner(Base):
    __tablename__ = "owner"

    id: Mapped[int] = mapped_column(Identity(start=10, always=True), primary_key=True)
    accounts: Mapped[List["Account"]] = relationship(back_populates="owner")
    many: WriteOnlyMapped["Account"] = relationship(viewonly=True)


class Dataclasses(MappedAsDataclass, DeclarativeBase):
    pass


class Point(Dataclasses, kw_only=True):
    __tablename__ = "point"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    x: Mapped[int]
    y: Mapped[Optional[int]] = mapped_column(insert_default=3)
    z: Mapped[Optional[int]] = mapped_column(default=None)
    w: Mapped[int] = mapped_column(default=4)
