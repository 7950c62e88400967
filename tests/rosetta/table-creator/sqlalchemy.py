from sqlalchemy import Column, ForeignKey, Index, MetaData, Table, Text

metadata = MetaData()
PREFIX = "shop"


def create_table(name, *columns):
    return Table(f"{PREFIX}_{name}", metadata, *columns)


post = create_table("post", Column("title", Text, unique=True), Index("title_idx", "title"))
reply = create_table("reply", Column("post", Text, ForeignKey("shop_post.title")))
