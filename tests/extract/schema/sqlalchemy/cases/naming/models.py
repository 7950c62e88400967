from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, MetaData, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

CONVENTION = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=CONVENTION, schema="app")


class Parent(Base):
    __tablename__ = "parent"
    __table_args__ = (CheckConstraint("a > 0", name="positive"), UniqueConstraint("a", "b"))

    a: Mapped[int] = mapped_column(primary_key=True)
    b: Mapped[int] = mapped_column(primary_key=True, index=True)
    c: Mapped[str] = mapped_column(unique=True)


class Child(Base):
    __tablename__ = "child_with_a_name_that_is_rather_long_so_that_others_are_cut"
    __table_args__ = (
        ForeignKeyConstraint(["parent_a", "parent_b"], ["app.parent.a", "app.parent.b"]),
        Index(None, "parent_a", "parent_b"),
        UniqueConstraint("parent_b", name="given"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    parent_a: Mapped[int]
    parent_b: Mapped[int] = mapped_column(index=True)
    next_id: Mapped[int | None] = mapped_column(ForeignKey(id))


class Elsewhere(Base):
    __tablename__ = "elsewhere"
    __table_args__ = {"schema": "other"}

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(index=True, unique=True)
