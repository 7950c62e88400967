from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

parent = Table("parent", metadata, Column("id", Integer, primary_key=True, autoincrement=False))


def columns():
    return [Column("a", Integer, nullable=False), Column("b", Integer, nullable=False), Column("c", Text)]


as_object = Table(
    "as_object",
    metadata,
    *columns(),
    PrimaryKeyConstraint("a", "b"),
    ForeignKeyConstraint(["a"], ["parent.id"]),
    UniqueConstraint("c", name="as_object_one_c"),
    CheckConstraint('"as_object"."a" > 0', name="as_object_check"),
    Index("as_object_c", "c"),
)

as_array = Table(
    "as_array",
    metadata,
    *columns(),
    *[
        PrimaryKeyConstraint("a", "b"),
        ForeignKeyConstraint(["a"], [parent.c.id]),
        Index("as_array_c", "c"),
        UniqueConstraint("c", name="as_array_one_c"),
        CheckConstraint('"as_array"."a" > 0', name="as_array_check"),
    ],
)

name = "with_body_both"
with_body = Table("with_body", metadata, *columns(), Index(name, "a", "c", unique=True))

conditional = Table("conditional", metadata, *columns(), *([Index("conditional_a", "a")] if columns else []))
