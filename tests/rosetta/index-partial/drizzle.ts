import { and, eq, isNull, sql } from 'drizzle-orm'
import { boolean, index, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'

export const subscription = pgTable(
  'subscription',
  { owner: text('owner').notNull(), active: boolean('active'), endedAt: timestamp('ended_at'), state: text('state') },
  (t) => [
    uniqueIndex('subscription_active_idx').on(t.owner).where(sql`${t.active} = true`),
    index('subscription_open_idx').on(t.owner).where(sql`ended_at is null`),
    index('subscription_null_idx').on(t.state).where(isNull(t.endedAt)),
    index('subscription_state_idx').on(t.state).where(sql`${t.state} in ('a', ${sql.raw("'b'")})`),
  ],
)
