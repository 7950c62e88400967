from enum import Enum, StrEnum

from base import Base, Listed, Snaked
from other import PhoneNumber
from sqlalchemy import Column, ForeignKey, Integer, String


class Priority(StrEnum):
    low = "Low one"


class Size(str, Enum):
    small = "S"


class UserAccount(Base):
    id = Column(Integer, primary_key=True)
    phone_id = Column(Integer, ForeignKey(PhoneNumber.id))
    priority = Column(String, server_default=Priority.low)
    size = Column(String, server_default=Size.small)


class HTTPRequestLog(Snaked, Base):
    id = Column(Integer, primary_key=True)
    user_id = Column(Integer, ForeignKey("user_account.id"))


class BigTeam(Listed, Base):
    id = Column(Integer, primary_key=True)


class PhoneNumber:  # what a request says, under the name of what the models above point to
    number: str
