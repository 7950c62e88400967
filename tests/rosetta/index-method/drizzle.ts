import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, vector } from 'drizzle-orm/pg-core'

export const article = pgTable(
  'article',
  { title: text('title'), tags: jsonb('tags'), views: integer('views'), embedding: vector('embedding', { dimensions: 3 }) },
  (t) => [
    index('article_hash_idx').using('hash', t.title),
    index('article_tags_idx').using('gin', t.tags.op('jsonb_path_ops')),
    index('article_text_idx').using('gin', sql`to_tsvector('english', ${t.title})`),
    index('article_brin_idx').using('brin', t.views).with({ pages_per_range: 32 }),
    index('article_embedding_idx').using('hnsw', t.embedding.op('vector_cosine_ops')).with({ m: 16, ef_construction: 64 }),
    index('article_fill_idx').on(t.views).with({ fillfactor: '70' }).concurrently(),
    index('article_pattern_idx').on(t.title.op('text_pattern_ops')),
  ],
)
