from sqlalchemy import Column, Integer, Text, create_engine
from sqlalchemy.orm import declarative_base

engine = create_engine("sqlite:///app.db")
Base = declarative_base()


class Note(Base):
    __tablename__ = "note"

    id = Column(Integer, primary_key=True)
    title = Column(Text, nullable=False)
    body = Column(Text)
