from sqlalchemy import Column, Index, MetaData, Table, Text, text
from sqlalchemy.dialects.postgresql import JSONB

metadata = MetaData()


def lower(column):
    return text(f'lower("{column}")')


contact = Table(
    "contact",
    metadata,
    Column("email", Text),
    Column("name", Text),
    Column("data", JSONB),
    Index("contact_email_idx", lower("email"), unique=True),
    Index("contact_name_idx", lower("name"), unique=True),
    Index("contact_mixed_idx", "name", text("(\"data\" ->> 'kind')")),
)
