from sqlalchemy import Column, DateTime, Integer, MetaData, Numeric, String, Table, Text

metadata = MetaData()


def key(name="id"):
    return Column(name, Integer, primary_key=True, autoincrement=False)


def money(name, *, scale=2):
    return Column(name, Numeric(12, scale))


required = lambda name, **options: Column(name, Text, nullable=False, **options)  # noqa: E731


def audit(prefix):
    def at(suffix):
        return Column(f"{prefix}_{suffix}", DateTime, nullable=False)

    return [at("created"), at("updated")]


product = Table(
    "product",
    metadata,
    key(),
    required("name", unique=True),
    money("price"),
    money("cost", scale=4),
    Column("code", String(8)),
    *audit("product"),
)


def tagged(name):
    return Table(f"{name}_tag", metadata, key("tag_id"), required("label"))


product_tag = tagged("product")
order_tag = tagged("order")
