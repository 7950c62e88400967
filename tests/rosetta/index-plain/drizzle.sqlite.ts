import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

export const log = sqliteTable(
  'log',
  { actor: text('actor'), action: text('action'), level: integer('level') },
  (t) => [
    index('log_actor_idx').on(t.actor),
    index('log_both_idx').on(t.actor, t.action),
    uniqueIndex('log_level_idx').on(t.level, t.action),
  ],
)
