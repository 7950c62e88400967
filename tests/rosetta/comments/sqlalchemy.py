from sqlalchemy import Column, Integer, String  # noqa: F401
from sqlalchemy.orm import declarative_base

Base = declarative_base()  # class Commented(Base):


class Only(Base):
    """
    class Documented(Base):
        __tablename__ = "documented"
        id = Column(Integer, primary_key=True)
    """

    __tablename__ = "only"  # "other"

    # name = Column(String)
    id = Column(Integer, primary_key=True, autoincrement=False)  # , nullable=True


text = "class Quoted(Base): __tablename__ = 'quoted'"
