from sqlalchemy import Column, Integer, MetaData, Table, Text, UniqueConstraint

metadata = MetaData()

page = Table(
    "page",
    metadata,
    Column("site", Integer, nullable=False),
    Column("path", Text, nullable=False),
    Column("locale", Text),
    UniqueConstraint("site", "path"),
    UniqueConstraint("path", "site", "locale", name="page_locale_key", postgresql_nulls_not_distinct=True),
    UniqueConstraint("locale", name="page_single"),
)
