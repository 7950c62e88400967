from sqlalchemy import ARRAY, Column, Enum, MetaData, Table

metadata = MetaData()
mood = Enum("sad", "ok", "happy", name="mood")

person = Table(
    "person",
    metadata,
    Column("mood", mood, nullable=False, server_default="ok"),
    Column("former", mood),
    Column("all", ARRAY(mood)),
)
