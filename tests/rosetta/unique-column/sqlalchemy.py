from sqlalchemy import Column, MetaData, Table, Text, UniqueConstraint

metadata = MetaData()

user = Table(
    "user",
    metadata,
    Column("email", Text, nullable=False, unique=True),
    Column("handle", Text),
    Column("phone", Text),
    Column("code", Text, unique=True),
    UniqueConstraint("handle", name="user_handle_key"),
    UniqueConstraint("phone", name="user_phone_key", postgresql_nulls_not_distinct=True),
)
