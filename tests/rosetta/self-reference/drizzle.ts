import { type AnyPgColumn, foreignKey, integer, pgTable, text } from 'drizzle-orm/pg-core'

export const folder = pgTable('folder', {
  id: integer('id').primaryKey(),
  parentId: integer('parent_id').references((): AnyPgColumn => folder.id, { onDelete: 'cascade' }),
})

export const comment = pgTable(
  'comment',
  {
    id: integer('id').primaryKey(),
    replyTo: integer('reply_to'),
    body: text('body'),
  },
  (table) => [foreignKey({ columns: [table.replyTo], foreignColumns: [table.id] }).onDelete('set null')],
)
