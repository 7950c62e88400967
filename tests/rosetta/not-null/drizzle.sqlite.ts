import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const note = sqliteTable('note', {
  id: integer('id').primaryKey(),
  title: text('title').notNull(),
  body: text('body'),
})
