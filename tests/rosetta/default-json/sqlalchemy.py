from sqlalchemy import Column, MetaData, Table, literal_column
from sqlalchemy.dialects.postgresql import JSON, JSONB

metadata = MetaData()

FULL = '{"theme":"dark","sizes":[1,2.5,-3],"nested":{"on":true,"off":null}}'


def of_type(value, name):
    return literal_column(f"'{value}'::{name}")


profile = Table(
    "profile",
    metadata,
    Column("empty", JSONB, server_default=of_type("{}", "jsonb")),
    Column("list", JSONB, server_default=of_type("[]", "jsonb"), nullable=False),
    Column("full", JSONB, server_default=of_type(FULL, "jsonb")),
    Column("spread", JSON, server_default=of_type(FULL.replace("dark", "light"), "json")),
    Column("text", JSONB, server_default="plain"),
)
