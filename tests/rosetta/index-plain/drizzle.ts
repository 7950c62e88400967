import { index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'

export const log = pgTable(
  'log',
  { actor: text('actor'), action: text('action'), level: integer('level') },
  (t) => [
    index('log_actor_idx').on(t.actor),
    index().on(t.actor, t.action),
    uniqueIndex('log_level_idx').on(t.level, t.action),
    uniqueIndex().on(t.action),
  ],
)
