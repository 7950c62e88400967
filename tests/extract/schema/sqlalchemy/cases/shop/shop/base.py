import datetime
from typing import Annotated

from sqlalchemy import DateTime, MetaData, String, TypeDecorator, func
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

Key = Annotated[int, mapped_column(primary_key=True)]
Code = Annotated[str, 7]


class Label(TypeDecorator):
    impl = String(30)
    cache_ok = True


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention={"ix": "ix_%(table_name)s_%(column_0_name)s", "uq": "uq_%(table_name)s"})
    type_annotation_map = {Code: String(7), datetime.datetime: DateTime(timezone=True)}


class Stamped:
    created_at: Mapped[datetime.datetime] = mapped_column(server_default=func.now())
    updated_at: Mapped[datetime.datetime | None]
