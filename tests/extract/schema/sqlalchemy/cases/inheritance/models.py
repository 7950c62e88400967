from typing import Literal

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, func
from sqlalchemy.orm import DeclarativeBase, Mapped, backref, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Mixin:
    note: Mapped[str | None]


class Person(Mixin, Base):
    __tablename__ = "person"
    __table_args__ = (Index("ix_person_note_lower", func.lower(Column("note")), unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    type: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "type", "polymorphic_identity": "person"}


class Engineer(Person):
    __tablename__ = "engineer"

    id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    skill: Mapped[str] = mapped_column(String(20))
    tools = relationship("Tool", secondary="engineer_tool", backref="engineers")
    __mapper_args__ = {"polymorphic_identity": "engineer"}


class Manager(Person):
    level: Mapped[int | None]
    note: Mapped[str | None] = mapped_column(use_existing_column=True)
    boss_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    boss = relationship("Person", remote_side=[Person.id], foreign_keys=[boss_id], backref=backref("team"))
    __mapper_args__ = {"polymorphic_identity": "manager", "inherit_condition": None}


class Director(Person):
    type: Mapped[Literal["director"]] = mapped_column(use_existing_column=True)
    note: Mapped[None] = mapped_column(use_existing_column=True, nullable=True)
    __mapper_args__ = {"polymorphic_identity": "director"}


class Lead(Engineer):
    __tablename__ = "lead"

    engineer_id: Mapped[int] = mapped_column(ForeignKey(Engineer.id), primary_key=True)
    note_id = mapped_column(ForeignKey("lead.engineer_id"))
    __mapper_args__ = {"polymorphic_identity": "lead"}


class Tool(Base):
    __table__ = Table("tool", Base.metadata, Column("id", Integer, primary_key=True), Column("name", String(9)))


engineer_tool = Table(
    "engineer_tool",
    Base.metadata,
    Column("engineer_id", ForeignKey("engineer.id", ondelete="CASCADE"), primary_key=True),
    Column("tool_id", ForeignKey("tool.id"), primary_key=True),
)
