import { sql } from 'drizzle-orm'
import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

export const subscription = sqliteTable(
  'subscription',
  { owner: text('owner').notNull(), active: integer('active', { mode: 'boolean' }) },
  (t) => [uniqueIndex('subscription_active_idx').on(t.owner).where(sql`${t.active} = 1`)],
)
