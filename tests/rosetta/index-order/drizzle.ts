import { index, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

export const post = pgTable(
  'post',
  { author: text('author'), at: timestamp('at') },
  (t) => [
    index('post_plain_idx').on(t.author.asc(), t.at.desc()),
    index('post_nulls_idx').on(t.author.asc().nullsFirst(), t.at.desc().nullsFirst()),
    index('post_last_idx').on(t.author.nullsLast(), t.at.desc().nullsLast()),
  ],
)
