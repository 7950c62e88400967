from sqlalchemy import Boolean, Column, DateTime, Index, MetaData, Table, Text, text

metadata = MetaData()

subscription = Table(
    "subscription",
    metadata,
    Column("owner", Text, nullable=False),
    Column("active", Boolean),
    Column("ended_at", DateTime),
    Column("state", Text),
)

Index(
    "subscription_active_idx",
    subscription.c.owner,
    unique=True,
    postgresql_where=text('"subscription"."active" = true'),
)
Index("subscription_open_idx", subscription.c.owner, postgresql_where=text("ended_at is null"))
Index("subscription_null_idx", subscription.c.state, postgresql_where=text('"subscription"."ended_at" is null'))
Index("subscription_state_idx", subscription.c.state, postgresql_where=text("\"subscription\".\"state\" in ('a', 'b')"))
