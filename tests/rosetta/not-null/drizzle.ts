import { integer, pgTable, text } from 'drizzle-orm/pg-core'

export const note = pgTable('note', {
  id: integer('id').primaryKey(),
  title: text('title').notNull(),
  body: text('body'),
})
