from typing import NewType, Optional

from sqlalchemy import Integer, String, Text, text
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column

UserId = NewType("UserId", int)


class Base(MappedAsDataclass, DeclarativeBase):
    type_annotation_map = {UserId: Integer}


class Typed(Base):
    __tablename__ = "typed"

    id: Mapped[UserId] = mapped_column(primary_key=True, init=False)
    wide: "Mapped[str]" = mapped_column(Text)
    kept: Mapped["str"] = mapped_column(Text)
    satisfied: Mapped["Optional[str]"] = mapped_column(String(length=5), default=None)
    count: Mapped[Optional["int"]] = mapped_column(server_default=text("3"), default=None)
