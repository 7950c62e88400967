import sqlalchemy as sa
from sqlalchemy import Boolean, CheckConstraint, Column, DateTime, Index, Integer, String, false, func, text, true
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass


class Row(Base):
    __tablename__ = "row"

    id = Column(Integer, primary_key=True)
    word = Column(String, server_default="it's")
    number = Column(Integer, server_default=text("3"))
    yes = Column(Boolean, server_default=true())
    no = Column(Boolean, server_default=sa.sql.expression.false())
    now = Column(DateTime, server_default=func.now())
    stamp = Column(DateTime, server_default=func.current_timestamp())
    random = Column(String, server_default=func.gen_random_uuid())
    nested = Column(String, server_default=func.lower(func.concat("A", 1)))
    literal = Column(Integer, server_default=sa.literal_column("1 + 2"))
    client = Column(Integer, default=lambda: 3)
    both = Column(Integer, default=2, server_default="1")
    neither = Column(Integer, default=None, server_default=None)
    fetched = Column(Integer, server_default=sa.FetchedValue())
    sequence = Column(Integer, sa.Sequence("row_sequence"))
    __table_args__ = (
        CheckConstraint(number > 3, name="number_check"),
        CheckConstraint(sa.and_(number >= 1, number <= 5, word != "x"), name="all_check"),
        CheckConstraint((number == 1) | (number == 2), name="or_check"),
        CheckConstraint(sa.or_(word.is_(None), func.length(word) < 10), name="null_check"),
        CheckConstraint(word.in_(["a", "b"]), name="in_check"),
        CheckConstraint(~yes, name="not_check"),
        Index("row_word", func.lower(word), postgresql_where=(yes == true())),
        Index("row_where", number.desc().nulls_last(), postgresql_where=now.is_not(None)),
        Index("row_include", number, postgresql_include=["word"]),
    )
