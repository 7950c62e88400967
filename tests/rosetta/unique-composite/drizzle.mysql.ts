import { int, mysqlTable, unique, varchar } from 'drizzle-orm/mysql-core'

export const page = mysqlTable(
  'page',
  { site: int('site').notNull(), path: varchar('path', { length: 80 }).notNull() },
  (t) => [unique().on(t.site, t.path), unique('page_path_key').on(t.path, t.site)],
)
