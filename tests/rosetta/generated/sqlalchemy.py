from sqlalchemy import Column, Computed, Integer, MetaData, Numeric, Table, Text

metadata = MetaData()

product = Table(
    "product",
    metadata,
    Column("name", Text, nullable=False),
    Column("net", Numeric(8, 2), nullable=False),
    Column("slug", Text, Computed("lower(name)")),
    Column("gross", Numeric(8, 2), Computed('"product"."net" * 1.19', persisted=True)),
    Column("constant", Text, Computed("fixed")),
    Column("size", Integer, Computed("length(name)"), nullable=False),
)
