from sqlalchemy import Column, Index, Integer, MetaData, Table, Text

metadata = MetaData()

order = Table(
    "Order Items",
    metadata,
    Column("2", Text),
    Column("dash-key", Text),
    Column("ünïcode", Text),
    Column("UPPER", Integer, key="upper"),
    Column('with"quote', Text, key="quote"),
    Column("a|b", Text, key="pipe"),
    Column("constructor", Text),
    Index("Upper Index", "upper", "dash-key"),
)
