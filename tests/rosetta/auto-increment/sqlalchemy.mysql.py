from sqlalchemy import Column, Integer, create_engine
from sqlalchemy.dialects.mysql import BIGINT
from sqlalchemy.orm import declarative_base

engine = create_engine("mysql+pymysql://localhost/app")
Base = declarative_base()


class Ticket(Base):
    __tablename__ = "ticket"

    id = Column(Integer, primary_key=True)


class Event(Base):
    __tablename__ = "event"

    id = Column(BIGINT(unsigned=True), primary_key=True)
