import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const list = sqliteTable('list', { id: integer('id').primaryKey(), title: text('title').notNull() })
