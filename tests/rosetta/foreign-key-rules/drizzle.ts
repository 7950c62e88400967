import { integer, pgTable } from 'drizzle-orm/pg-core'

export const target = pgTable('target', { id: integer('id').primaryKey() })

export const source = pgTable('source', {
  plain: integer('plain').references(() => target.id),
  cascade: integer('cascade').references(() => target.id, { onDelete: 'cascade', onUpdate: 'cascade' }),
  restrict: integer('restrict').references(() => target.id, { onDelete: 'restrict' }),
  setNull: integer('set_null').references(() => target.id, { onDelete: 'set null', onUpdate: 'restrict' }),
  setDefault: integer('set_default').references(() => target.id, { onDelete: 'set default' }),
  noAction: integer('no_action').references(() => target.id, { onDelete: 'no action', onUpdate: 'set null' }),
  body: integer('body').references(() => {
    return target.id
  }),
  bracket: integer('bracket').references(() => target['id']),
})
