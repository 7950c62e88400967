import { int, singlestoreTable, text } from 'drizzle-orm/singlestore-core'

export const note = singlestoreTable('note', {
  id: int('id').primaryKey(),
  title: text('title').notNull(),
  body: text('body'),
})
