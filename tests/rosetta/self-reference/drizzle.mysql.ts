import { type AnyMySqlColumn, int, mysqlTable } from 'drizzle-orm/mysql-core'

export const folder = mysqlTable('folder', {
  id: int('id').primaryKey(),
  parentId: int('parent_id').references((): AnyMySqlColumn => folder.id, { onDelete: 'cascade' }),
})
