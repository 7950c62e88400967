import datetime
import enum
from typing import Annotated, Optional

from sqlalchemy import DateTime, ForeignKey, String, Text, func
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

Key = Annotated[int, mapped_column(primary_key=True)]
String20 = Annotated[str, 20]


class Kind(enum.Enum):
    a = 1
    b = 2


class Base(DeclarativeBase):
    type_annotation_map = {str: Text, String20: String(20), datetime.datetime: DateTime(timezone=True)}


class User(Base):
    __tablename__ = "user"

    id: Mapped[Key] = mapped_column(autoincrement=False)
    fullName: Mapped[str]
    email: Mapped[str | None] = mapped_column(String(255), unique=True)
    kind: Mapped[Optional[Kind]] = mapped_column(server_default="a")
    at: Mapped[datetime.datetime | None] = mapped_column(server_default=func.now())


class Callback(Base):
    __tablename__ = "callback"

    id: Mapped[Key]
    label: Mapped[Optional[String20]]
    user: Mapped[int | None] = mapped_column("user_id", ForeignKey(User.id))
