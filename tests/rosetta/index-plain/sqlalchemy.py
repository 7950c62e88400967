from sqlalchemy import Column, Index, Integer, MetaData, Table, Text

metadata = MetaData()

log = Table(
    "log",
    metadata,
    Column("actor", Text, index=True),
    Column("action", Text, index=True, unique=True),
    Column("level", Integer),
    Index(None, "actor", "action"),
)

Index("log_level_idx", log.c.level, log.c.action, unique=True)
