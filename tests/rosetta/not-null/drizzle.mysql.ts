import { int, mysqlTable, text } from 'drizzle-orm/mysql-core'

export const note = mysqlTable('note', {
  id: int('id').primaryKey(),
  title: text('title').notNull(),
  body: text('body'),
})
