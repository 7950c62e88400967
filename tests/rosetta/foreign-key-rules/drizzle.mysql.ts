import { int, mysqlTable } from 'drizzle-orm/mysql-core'

export const target = mysqlTable('target', { id: int('id').primaryKey() })

export const source = mysqlTable('source', {
  plain: int('plain').references(() => target.id),
  cascade: int('cascade').references(() => target.id, { onDelete: 'cascade', onUpdate: 'cascade' }),
  setNull: int('set_null').references(() => target.id, { onDelete: 'set null', onUpdate: 'restrict' }),
})
