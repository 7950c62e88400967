import datetime

from sqlalchemy import CheckConstraint, Column, DateTime, ForeignKey, Index, Integer, String, UniqueConstraint, func
from sqlalchemy.orm import Mapped, declarative_base, declarative_mixin, declared_attr, mapped_column, relationship


class Core:
    id = Column(Integer, primary_key=True)

    @declared_attr
    def __tablename__(cls):
        return cls.__name__.lower()


Base = declarative_base(cls=Core)


@declarative_mixin
class Stamped:
    created_at = Column(DateTime(timezone=True), server_default=func.now(), nullable=False)
    updated_at: Mapped[datetime.datetime | None] = mapped_column(onupdate=func.now())


class Pluralized:
    @declared_attr
    def __tablename__(cls):
        return f"{cls.__name__.lower()}s"


class Owned:
    @declared_attr
    def owner_id(cls) -> Mapped[int]:
        return mapped_column(ForeignKey("user.id"), index=True)

    @declared_attr
    def owner(cls):
        return relationship("User", foreign_keys=[cls.owner_id])

    @declared_attr.directive
    def __table_args__(cls):
        return (
            UniqueConstraint("owner_id", "name", name=f"{cls.__tablename__}_once"),
            {"comment": f"all of {cls.__name__}"},
        )


class Named:
    name = Column(String(40), nullable=False)


class User(Stamped, Named, Base):
    email = Column(String, unique=True)
    name = Column(String(80))


class Note(Pluralized, Owned, Stamped, Named, Base):
    body = mapped_column(String)


class Abstract(Base):
    __abstract__ = True

    kind = Column(String(1), CheckConstraint("kind in ('a', 'b')", name="kind_check"))


class Thing(Abstract, Named):
    __table_args__ = (Index("thing_name", "name", "kind"),)

    note_id = Column(ForeignKey(Note.id, ondelete="CASCADE"))


class Stranger(Abstract):
    __tablename__ = "stranger_things"

    kind = None
    id = Column("key", Integer, primary_key=True)
