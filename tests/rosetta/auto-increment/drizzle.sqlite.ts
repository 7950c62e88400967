import { int, sqliteTable } from 'drizzle-orm/sqlite-core'

export const ticket = sqliteTable('ticket', {
  id: int('id').primaryKey({ autoIncrement: true }),
})

export const event = sqliteTable('event', {
  id: int('id').primaryKey(),
})
