from sqlalchemy import Column, Date, DateTime, Interval, MetaData, Table, Time
from sqlalchemy.dialects.postgresql import INTERVAL, TIME, TIMESTAMP

metadata = MetaData()
zoned = {"timezone": True}

calendar = Table(
    "calendar",
    metadata,
    Column("date", Date),
    Column("date_object", Date()),
    Column("time", Time),
    Column("time_precise", TIME(timezone=True, precision=6)),
    Column("stamp", DateTime),
    Column("stamp_string", DateTime()),
    Column("stamp_precise", TIMESTAMP(precision=3)),
    Column("stamp_zoned", DateTime(**zoned)),
    Column("stamp_zoned_precise", TIMESTAMP(**zoned, precision=6)),
    Column("interval", Interval),
    Column("interval_fields", INTERVAL(fields="day")),
    Column("interval_precise", INTERVAL(precision=3, fields="second")),
)
