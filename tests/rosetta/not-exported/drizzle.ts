import { integer, pgEnum, pgTable } from 'drizzle-orm/pg-core'

const hiddenEnum = pgEnum('hidden', ['a'])
const hidden = pgTable('hidden', { id: integer('id').primaryKey(), kind: hiddenEnum('kind') })

export const visible = pgTable('visible', { hidden: integer('hidden').references(() => hidden.id) })

export type Hidden = typeof hidden.$inferSelect
