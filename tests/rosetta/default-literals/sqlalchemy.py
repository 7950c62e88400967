from sqlalchemy import CHAR, Boolean, Column, Double, Integer, MetaData, Numeric, String, Table, Text, false, text, true

FALLBACK = "unknown"
HOUR = 60 * 60

metadata = MetaData()

setting = Table(
    "setting",
    metadata,
    Column("name", Text, server_default="anonymous", nullable=False),
    Column("empty", Text, server_default=""),
    Column("quoted", Text, server_default='it\'s "so"'),
    Column("multiline", Text, server_default="a\nb\tc"),
    Column("template", String(50), server_default=f"n/{FALLBACK}"),
    Column("code", CHAR(2), server_default="DE"),
    Column("count", Integer, server_default=text("0")),
    Column("seconds", Integer, server_default=text(str(24 * HOUR))),
    Column("negative", Integer, server_default=text("-1")),
    Column("ratio", Double, server_default=text(f"{0.5}")),
    Column("price", Numeric(6, 2), server_default="9.90"),
    Column("yes", Boolean, server_default=true()),
    Column("no", Boolean, server_default=false(), nullable=False),
    Column("none", Text),
)
