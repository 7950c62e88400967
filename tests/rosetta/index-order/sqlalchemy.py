from sqlalchemy import Column, DateTime, Index, MetaData, Table, Text, desc, nulls_first, nulls_last

metadata = MetaData()

post = Table("post", metadata, Column("author", Text), Column("at", DateTime))

Index("post_plain_idx", post.c.author, post.c.at.desc().nulls_last())
Index("post_nulls_idx", nulls_first(post.c.author), post.c.at.desc().nulls_first())
Index("post_last_idx", post.c.author, nulls_last(desc(post.c.at)))
