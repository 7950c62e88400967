from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table

metadata = MetaData()

target = Table("target", metadata, Column("id", Integer, primary_key=True, autoincrement=False))

source = Table(
    "source",
    metadata,
    Column("plain", ForeignKey("target.id")),
    Column("cascade", ForeignKey(target.c.id, ondelete="CASCADE", onupdate="CASCADE")),
    Column("restrict", Integer, ForeignKey("target.id", ondelete="RESTRICT")),
    Column("set_null", ForeignKey("target.id", onupdate="restrict", ondelete="set null")),
    Column("set_default", ForeignKey("target.id", ondelete="SET DEFAULT")),
    Column("no_action", ForeignKey("target.id", ondelete="NO ACTION", onupdate="SET NULL")),
    Column("body", ForeignKey(target.columns.id)),
    Column("bracket", ForeignKey(target.c["id"])),
)
