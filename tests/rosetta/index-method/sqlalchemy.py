from sqlalchemy import Column, Index, Integer, MetaData, Table, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import UserDefinedType

metadata = MetaData()


class Vector(UserDefinedType):
    cache_ok = True

    def __init__(self, dim):
        self.dim = dim

    def get_col_spec(self, **kw):
        return f"VECTOR({self.dim})"


article = Table(
    "article",
    metadata,
    Column("title", Text),
    Column("tags", JSONB),
    Column("views", Integer),
    Column("embedding", Vector(3)),
    Index("article_hash_idx", "title", postgresql_using="hash"),
    Index("article_tags_idx", "tags", postgresql_using="gin", postgresql_ops={"tags": "jsonb_path_ops"}),
    Index("article_text_idx", text("to_tsvector('english', \"title\")"), postgresql_using="gin"),
    Index("article_pattern_idx", "title", postgresql_ops={"title": "text_pattern_ops"}),
)

Index("article_brin_idx", article.c.views, postgresql_using="brin", postgresql_with={"pages_per_range": 32})
Index("article_fill_idx", article.c.views, postgresql_with={"fillfactor": "70"}, postgresql_concurrently=True)
Index(
    "article_embedding_idx",
    article.c.embedding,
    postgresql_using="hnsw",
    postgresql_with={"ef_construction": 64, "m": 16},
    postgresql_ops={"embedding": "vector_cosine_ops"},
)
