from sqlalchemy import TIMESTAMP, Column, Date, DateTime, MetaData, Table

EPOCH = "1970-01-01 00:00:00.000"

metadata = MetaData()

period = Table(
    "period",
    metadata,
    Column("start", DateTime, server_default="2024-01-02 03:04:05.678"),
    Column("start_zone", TIMESTAMP(True), server_default="2024-01-02T03:04:05.678Z"),
    Column("day", Date, server_default="2024-01-02"),
    Column("epoch", DateTime, server_default=EPOCH),
    Column("written", TIMESTAMP, server_default="2024-01-02 03:04:05"),
)
