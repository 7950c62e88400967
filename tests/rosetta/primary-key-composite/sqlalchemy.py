from sqlalchemy import Column, Integer, PrimaryKeyConstraint, Text
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Membership(Base):
    __tablename__ = "membership"

    team = Column(Text, primary_key=True)
    person = Column(Integer, primary_key=True)
    role = Column(Text)


class Vote(Base):
    __tablename__ = "vote"
    __table_args__ = (PrimaryKeyConstraint("voter", "poll", name="vote_key"),)

    poll = Column(Integer)
    voter = Column(Integer)


class Single(Base):
    __tablename__ = "single"

    id = Column(Integer, primary_key=True, autoincrement=False)
