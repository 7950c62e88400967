from typing import Optional

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..db import Base
from . import author as authors

shelf = sa.Table("shelf", Base.metadata, sa.Column("book", sa.ForeignKey("book.id")))


class Book(Base):
    __tablename__ = "book"

    id: Mapped[int] = mapped_column(primary_key=True)
    author_id: Mapped[Optional[int]] = mapped_column(sa.ForeignKey(authors.Author.id))
    author: Mapped["authors.Author | None"] = relationship(back_populates="books")
