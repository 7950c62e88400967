from sqlalchemy import Column, Integer, MetaData, Table, Text

metadata = MetaData()

row = Table(
    "row",
    metadata,
    Column("one", Integer, key="1"),
    Column("ten", Integer, key="10"),
    *(Column(name, Text) for name in ("zebra", "apple")),
    Column("mango", Text),
)
