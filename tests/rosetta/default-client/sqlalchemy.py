import datetime
import uuid

from sqlalchemy import Column, DateTime, Integer, MetaData, Table, Text, func, text

metadata = MetaData()
now = datetime.datetime.now

draft = Table(
    "draft",
    metadata,
    Column("id", Text, primary_key=True, default=lambda: str(uuid.uuid4())),
    Column("slug", Text, default="new"),
    Column("touched_at", DateTime, default=now, onupdate=now),
    Column("saved_at", DateTime, server_default=func.now(), onupdate=func.now()),
    Column("version", Integer, server_default=text("1"), default=2),
)
