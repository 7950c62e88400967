from sqlalchemy import Column, Date, DateTime, Integer, Text, Time, Uuid, func, literal_column, text
from sqlalchemy.dialects.postgresql import TIMESTAMP
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Visit(Base):
    __tablename__ = "visit"

    id = Column(Uuid, server_default=func.gen_random_uuid(), primary_key=True)
    other = Column(Uuid, server_default=text("gen_random_uuid()"))
    at = Column(DateTime, server_default=func.now(), nullable=False)
    precise = Column(TIMESTAMP(precision=3, timezone=True), server_default=func.now())
    until = Column(DateTime, server_default=text("now() + interval '7 days'"))
    day = Column(Date, server_default=func.now())
    clock = Column(Time, server_default=func.now())
    user = Column(Text, server_default=literal_column("current_user"))
    number = Column(Integer, server_default=text("1 + 1"))
    nothing = Column(Text, server_default=text("null"))
    inlined = Column(Text, server_default=text("'raw'"))
