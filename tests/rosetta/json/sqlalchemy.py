from sqlalchemy import JSON, Column, MetaData, Table
from sqlalchemy.dialects import postgresql

metadata = MetaData()

message = Table(
    "message",
    metadata,
    Column("payload", JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
    Column("raw", JSON),
)
