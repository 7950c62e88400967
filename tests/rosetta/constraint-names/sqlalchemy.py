from sqlalchemy import Column, ForeignKeyConstraint, Index, Integer, MetaData, PrimaryKeyConstraint, Table, Text
from sqlalchemy import UniqueConstraint as Unique


def prefix(name):
    return f"app_{name}"


metadata = MetaData(
    naming_convention={"uq": "app_%(column_0_name)s_key", "pk": "%(table_name)s_pk", "ix": "app_%(table_name)s"}
)

parent = Table(
    prefix("parent"),
    metadata,
    Column("a", Integer),
    Column("b", Integer),
    Column("c", Text, unique=True),
    PrimaryKeyConstraint("b", "a"),
)

child = Table(
    prefix("child"),
    metadata,
    Column("a", Integer),
    Column("b", Integer),
    ForeignKeyConstraint(["b", "a"], [parent.c.b, "app_parent.a"], name=prefix("child_fk")),
    Unique("a", "b", name=prefix("child_ab")),
)

Index(prefix("child_a"), child.c.a)
Index(prefix("child_b"), child.c.b, unique=True)
