from base import Base
from sqlalchemy import Column, Integer


class PhoneNumber(Base):
    id = Column(Integer, primary_key=True)
