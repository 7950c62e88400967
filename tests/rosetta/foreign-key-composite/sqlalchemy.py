from sqlalchemy import Column, ForeignKeyConstraint, Integer, MetaData, Table, Text

metadata = MetaData()

seat = Table(
    "seat",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
)

booking = Table(
    "booking",
    metadata,
    Column("guest", Text, nullable=False),
    Column("seat_row", Integer),
    Column("seat_number", Integer),
    ForeignKeyConstraint(
        ["seat_row", "seat_number"],
        ["seat.row", "seat.number"],
        name="booking_seat_fk",
        ondelete="CASCADE",
        onupdate="CASCADE",
    ),
)

waiting = Table(
    "waiting",
    metadata,
    Column("seat_row"),
    Column("seat_number"),
    ForeignKeyConstraint(["seat_row", "seat_number"], [seat.c.row, seat.c["number"]]),
)
