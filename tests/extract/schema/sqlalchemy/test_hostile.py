"""What no interpreter would run, or not for long, raises nothing here."""

import pytest

from tests.extract.vocabulary import snapshot

CORE = """
from sqlalchemy import *
m = MetaData()
a = Table("a", m, Column("x", ForeignKey("b.x")), Column("x", ForeignKey("a.x")))
b = Table("b", m, Column("x", ForeignKey("a.x")))
c = Table(*d)
Table()
Column()
e = Table("e", m, Column(), Column(None), Column("q", Enum()), Index(), UniqueConstraint(), PrimaryKeyConstraint())
f = Table("f", m, CheckConstraint(), ForeignKeyConstraint(), Column("q", ARRAY(ARRAY(ARRAY)), Computed(), Identity()))
g = Table("g", MetaData(naming_convention={"ix": "%(nope)s", "uq": "%("}), Column("i", String("x"), index=1))
"""

CLASSES = """
from sqlalchemy.orm import *
class A(B): pass
class B(A):
    __tablename__ = "b"
class Base(DeclarativeBase): pass
class C(C, Base): __tablename__ = "c"
Other = declarative_base(cls=Other)
class D(Other):
    __tablename__ = lambda cls: cls.__tablename__
    __table_args__ = (__table_args__, 3, None)
    @declared_attr
    def x(cls): return cls.x
    y: Mapped
    z: Mapped[Mapped[Mapped[int]]] = mapped_column(ForeignKey(lambda: D.z))
    q: Mapped[list["D"]] = relationship(lambda: nope, secondary=lambda: D, foreign_keys="[D.z", backref=3)
"""

FIELDS = """
from sqlmodel import *
class A(SQLModel, table=True):
    x: list[int]
    y: "A | None"
    z: dict = Field(sa_column=3)
    v: Literal
    id: int = Field(primary_key=1, foreign_key=None)
    r: "list[Nope]" = Relationship(back_populates=3, link_model=4)
    s: 'list["' = Relationship()
"""


@pytest.mark.parametrize(
    "source", [CORE, CLASSES, FIELDS, "from sqlalchemy import Table(", "import sqlalchemy\n" + "(" * 500]
)
def test_nothing_raises(source: str) -> None:
    messages = [one.message for one in snapshot({"models.py": source}).diagnostics]
    assert not any("extractor failed" in message for message in messages)
