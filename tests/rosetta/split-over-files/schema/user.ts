import { integer, pgTable, text } from 'drizzle-orm/pg-core'

import { archive } from '../archive'

export const user = pgTable('user', {
  id: integer('id').primaryKey(),
  archive: text('archive').references(() => archive.label),
})

export type User = typeof user.$inferSelect
