import { integer, sqliteTable } from 'drizzle-orm/sqlite-core'

export const target = sqliteTable('target', { id: integer('id').primaryKey() })

export const source = sqliteTable('source', {
  plain: integer('plain').references(() => target.id),
  cascade: integer('cascade').references(() => target.id, { onDelete: 'cascade', onUpdate: 'cascade' }),
  setNull: integer('set_null').references(() => target.id, { onDelete: 'set null', onUpdate: 'restrict' }),
})
