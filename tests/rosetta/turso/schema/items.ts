import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { list } from './lists'

export const item = sqliteTable('item', {
  id: integer('id').primaryKey(),
  list: integer('list')
    .notNull()
    .references(() => list.id, { onDelete: 'cascade' }),
  done: integer('done', { mode: 'boolean' }).notNull().default(false),
})
