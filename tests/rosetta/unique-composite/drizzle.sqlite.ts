import { integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'

export const page = sqliteTable(
  'page',
  { site: integer('site').notNull(), path: text('path').notNull() },
  (t) => [unique().on(t.site, t.path), unique('page_path_key').on(t.path, t.site)],
)
