import enum
from decimal import Decimal

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Numeric, String, Table, Text, UniqueConstraint
from sqlalchemy import func, text
from sqlalchemy.orm import Mapped, mapped_column, relationship
from sqlmodel import Field, SQLModel

from shop.base import Base, Code, Key, Label, Stamped


class State(enum.Enum):
    DRAFT = "draft"
    SOLD = "sold"


book_genre = Table(
    "book_genre",
    Base.metadata,
    Column("book_id", Integer, ForeignKey("book.id", ondelete="CASCADE"), primary_key=True),
    Column("genre_name", String(20), ForeignKey("genre.name"), primary_key=True),
)


class Shelf(Base):
    __tablename__ = "shelf"

    id: Mapped[Key]
    room: Mapped[str] = mapped_column(Text)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("shelf.id"))


class Genre(Base):
    __tablename__ = "genre"

    name = Column(String(20), primary_key=True)
    label = Column(Label, nullable=False, unique=True)
    rank = Column(Integer, server_default=text("0"), index=True)


class Book(Stamped, Base):
    __tablename__ = "book"
    __table_args__ = (
        UniqueConstraint("title", "shelf_id"),
        CheckConstraint("price >= 0", name="price_is_positive"),
        Index("book_by_state", "state", "price"),
        Index("book_by_title", func.lower(text("title")), unique=True),
        {"comment": "All books"},
    )

    id: Mapped[Key]
    title: Mapped[str] = mapped_column(String(200))
    code: Mapped[Code | None]
    price: Mapped[Decimal] = mapped_column(Numeric(8, 2))
    state: Mapped[State] = mapped_column(server_default="DRAFT")
    pages: Mapped[int] = mapped_column(default=1)
    shelf_id: Mapped[int] = mapped_column(ForeignKey(Shelf.id, ondelete="RESTRICT"))
    shelf: Mapped[Shelf] = relationship(foreign_keys=[shelf_id])
    genres: Mapped[list[Genre]] = relationship(secondary=book_genre, backref="books")
    kind: Mapped[str] = mapped_column(String(9))


class Novel(Book):
    plot: Mapped[str | None] = mapped_column(Text)


class Guest(SQLModel):
    name: str = Field(max_length=40)


class Visitor(Guest, table=True):
    id: int | None = Field(default=None, primary_key=True)
    age: int | None = Field(default=None, index=True)
    state: State = State.DRAFT
