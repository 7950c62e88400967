from sqlalchemy import Column, Integer, Text, create_engine
from sqlalchemy.orm import declarative_base

engine = create_engine("mysql+pymysql://localhost/app")
Base = declarative_base()


class Note(Base):
    __tablename__ = "note"

    id = Column(Integer, primary_key=True, autoincrement=False)
    title = Column(Text, nullable=False)
    body = Column(Text)
