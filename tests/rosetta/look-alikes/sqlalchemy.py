from sqlalchemy import Column, Integer, Text
from sqlalchemy.orm import declarative_base

Base = declarative_base()


def Table(name, *columns):  # noqa: N802
    return name, columns


class Plain:
    __tablename__ = "plain"

    id = Column(Integer, primary_key=True)


class Abstract(Base):
    __abstract__ = True

    name = Column(Text)


class Real(Abstract):
    __tablename__ = "real"

    id = Column(Integer, primary_key=True, autoincrement=False)
    missing = "Column(Text)"


fake = Table("fake", Column("id", Integer))
