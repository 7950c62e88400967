import { type AnySQLiteColumn, integer, sqliteTable } from 'drizzle-orm/sqlite-core'

export const folder = sqliteTable('folder', {
  id: integer('id').primaryKey(),
  parentId: integer('parent_id').references((): AnySQLiteColumn => folder.id, { onDelete: 'cascade' }),
})
