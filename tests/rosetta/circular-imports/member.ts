import { integer, pgTable } from 'drizzle-orm/pg-core'

import { team } from './team'

export const member = pgTable('member', {
  id: integer('id').primaryKey(),
  team: integer('team')
    .notNull()
    .references(() => team.id, { onDelete: 'cascade' }),
})
