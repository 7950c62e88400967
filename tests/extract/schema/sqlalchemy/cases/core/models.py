import sqlalchemy as sa
from sqlalchemy import Column, Computed, ForeignKey, Identity, Index, Integer, MetaData, String, Table, Text, func
from sqlalchemy.dialects import postgresql as pg
from sqlalchemy.orm import registry

metadata = MetaData()
mapper_registry = registry(metadata=metadata)


def timestamps():
    return (
        Column("created", sa.DateTime, server_default=sa.func.now(), nullable=False),
        Column("updated", sa.DateTime, onupdate=sa.func.now()),
    )


user = Table(
    "user",
    metadata,
    Column("id", Integer, primary_key=True, key="key"),
    Column("name", String(20), nullable=False),
    Column("data", pg.JSONB, server_default=sa.text("'{}'::jsonb")),
    Column("tags", pg.ARRAY(Text)),
    Column("upper", String, Computed("upper(name)", persisted=True)),
    *timestamps(),
    comment="who",
)

post = Table(
    "post",
    metadata,
    Column("id", sa.BigInteger, Identity(always=False, start=3, increment=2, cycle=True), primary_key=True),
    Column("author", ForeignKey(user.c.key, name="post_author", onupdate="CASCADE", ondelete="SET NULL")),
    Column("editor", Integer, ForeignKey("user.key")),
    Column("text", Text, quote=True),
    Index("post_text", sa.text("lower(text)"), postgresql_using="btree"),
    Index("post_tags", "author", "editor", unique=True, postgresql_where=sa.text("editor is not null")),
    schema="blog",
)

vote = Table(
    "vote",
    metadata,
    Column("post", Integer, primary_key=True, autoincrement=False),
    Column("voter", Integer, primary_key=True),
    Column("value", sa.SmallInteger, sa.CheckConstraint("value between 1 and 5"), default=1),
    sa.ForeignKeyConstraint(["voter"], [user.c.key], ondelete="CASCADE"),
    sa.UniqueConstraint("post", "value", name="vote_once"),
)

small = Table("small", metadata, Column("id", sa.SmallInteger, primary_key=True), Column("n", sa.Integer, index=True))
text_key = Table("text_key", metadata, Column("id", String(3), primary_key=True), Column("u", Integer, unique=True))
counted = Table("counted", metadata, Column("id", Integer, primary_key=True, autoincrement=False))
kept = Table("kept", metadata, Column("id", Integer, ForeignKey("counted.id"), primary_key=True))
given = Table("given", metadata, Column("id", Integer, primary_key=True, server_default=sa.text("7")))
big = Table("big", metadata, Column("id", sa.BigInteger, primary_key=True), Column("a", Integer), Column("b", Text))

Index(None, big.c.a, big.c.b)
Index("big_lower", func.lower(big.c.b), big.c.a.desc())
Index("big_ops", big.c.b, postgresql_ops={"b": "text_pattern_ops"}, postgresql_using="gin")


class User:
    pass


mapper_registry.map_imperatively(User, user)
