import { integer, pgTable, text } from 'drizzle-orm/pg-core'

import { member } from './member'

export const team = pgTable('team', {
  id: integer('id').primaryKey(),
  lead: integer('lead').references(() => member.id, { onDelete: 'set null' }),
  name: text('name').notNull(),
})
