import enum
import uuid
from datetime import date, datetime, timezone
from decimal import Decimal
from typing import Annotated, ClassVar, List, Optional

from sqlalchemy import JSON, Column, Text, UniqueConstraint, func
from sqlmodel import Field, Relationship, SQLModel
from sqlmodel import String as Words


class Power(str, enum.Enum):
    FLY = "fly"
    SWIM = "swim"


class Base(SQLModel):
    id: Optional[int] = Field(default=None, primary_key=True)
    created_at: datetime = Field(default_factory=lambda: datetime.now(timezone.utc))


class TeamBase(SQLModel):
    name: str = Field(index=True, max_length=40)
    headquarters: str


class Link(SQLModel, table=True):
    __table_args__ = (UniqueConstraint("team_id", "hero_id"),)

    team_id: int | None = Field(default=None, foreign_key="team.id", primary_key=True)
    hero_id: int | None = Field(default=None, foreign_key="heroes.id", primary_key=True, ondelete="CASCADE")


class Team(TeamBase, table=True):
    id: uuid.UUID = Field(default_factory=uuid.uuid4, primary_key=True)
    heroes: List["Hero"] = Relationship(back_populates="teams", link_model=Link)


class TeamPublic(TeamBase):
    id: uuid.UUID


class Hero(Base, table=True):
    __tablename__ = "heroes"

    ignored: ClassVar[int] = 3
    name: str = Field(unique=True)
    age: int | None = None
    alive: bool = True
    height: Annotated[float, Field(nullable=True)] = 1.0
    power: Power
    weakness: Optional[Power] = Field(default=None)
    born: date
    money: Decimal = Field(default=0, max_digits=5, decimal_places=3)
    data: dict = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    text: str = Field(sa_type=Text, sa_column_kwargs={"server_default": "x", "comment": "words"})
    words: str = Field(default="", sa_column=Column("worte", Words(7), index=True))
    at: datetime | None = Field(default=None, sa_column_kwargs={"server_default": func.now()})
    raw: bytes
    mentor_id: int | None = Field(default=None, foreign_key="heroes.id")
    mentor: Optional["Hero"] = Relationship(sa_relationship_kwargs={"remote_side": "Hero.id"})
    teams: list[Team] = Relationship(back_populates="heroes", link_model=Link)


class HTTPLog(SQLModel, table=True):
    key: str = Field(primary_key=True)
