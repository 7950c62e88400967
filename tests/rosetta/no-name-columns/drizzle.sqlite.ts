import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const user = sqliteTable('user', {
  id: integer().primaryKey(),
  createdAt: integer({ mode: 'timestamp' }),
  email: text({ length: 255 }).unique(),
})

export const callback = sqliteTable('callback', (t) => ({
  id: t.integer().primaryKey(),
  label: t.text(),
}))
