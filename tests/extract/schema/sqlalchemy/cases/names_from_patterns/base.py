import re

from sqlalchemy.orm import DeclarativeBase, declared_attr

WORDS = re.compile(r"[A-Z][a-z0-9]*")


def resolve_table_name(name):
    names = re.split("(?=[A-Z])", name)
    return "_".join([x.lower() for x in names if x])


class Base(DeclarativeBase):
    @declared_attr.directive
    def __tablename__(cls):
        return resolve_table_name(cls.__name__)


class Snaked:
    @declared_attr.directive
    def __tablename__(cls):
        first = re.sub("(.)([A-Z][a-z]+)", r"\1_\2", cls.__name__)
        return re.sub("([a-z0-9])([A-Z])", r"\1_\2", first).lower()


class Listed:
    @declared_attr.directive
    def __tablename__(cls):
        return "-".join(WORDS.findall(cls.__name__)) + "s"
