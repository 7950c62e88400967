import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

export const STATES = ['open', 'done', 'archived'] as const

export const users = sqliteTable('users', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  email: text('email', { length: 255 }).notNull().unique(),
  createdAt: integer('created_at', { mode: 'timestamp' }).notNull().default(sql`(unixepoch())`),
})

export const lists = sqliteTable('lists', {
  id: integer('id').primaryKey(),
  owner: integer('owner')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' }),
  name: text('name').notNull(),
})

export const items = sqliteTable(
  'items',
  {
    id: integer('id').primaryKey(),
    list: integer('list')
      .notNull()
      .references(() => lists.id, { onDelete: 'cascade' }),
    text: text('text'),
    state: text('state', { enum: STATES }).notNull().default('open'),
    position: integer('position').notNull().default(1),
  },
  (item) => [
    index('items_position_idx').on(item.list, item.position),
    index('items_open_idx').on(item.list).where(sql`${item.state} <> 'archived'`),
    check('items_position_check', sql`${item.position} > 0`),
  ],
)

export const labels = sqliteTable('labels', {
  name: text('name').primaryKey(),
})
