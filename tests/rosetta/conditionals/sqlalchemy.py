from sqlalchemy import Column, Integer, Text, text
from sqlalchemy.orm import declarative_base

STRICT = True
MODES = {"loose": 0, "strict": 1}
LENGTH = 10 if STRICT else 20
NAME = MODES["strict"] == 1 and "strict"

Base = declarative_base()


class Rule(Base):
    __tablename__ = f"rule_{NAME or 'none'}"

    id = Column(Integer, primary_key=True, autoincrement=False)
    if STRICT:
        reason = Column(Text, nullable=False)
    else:
        never = Column(Text)
    limit = Column(Integer, server_default=text(str(LENGTH or 5)))
