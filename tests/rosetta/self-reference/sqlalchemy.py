from typing import Optional

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Folder(Base):
    __tablename__ = "folder"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    parent_id: Mapped[Optional[int]] = mapped_column(ForeignKey("folder.id", ondelete="CASCADE"))


class Comment(Base):
    __tablename__ = "comment"
    __table_args__ = (ForeignKeyConstraint(["reply_to"], ["comment.id"], ondelete="SET NULL"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    reply_to: Mapped[Optional[int]]
    body: Mapped[Optional[str]] = mapped_column(Text)
