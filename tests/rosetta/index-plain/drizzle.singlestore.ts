import { index, int, singlestoreTable, unique, uniqueIndex, varchar } from 'drizzle-orm/singlestore-core'

export const log = singlestoreTable(
  'log',
  { actor: varchar('actor', { length: 40 }).unique(), action: varchar('action', { length: 40 }), level: int('level') },
  (t) => [
    index('log_actor_idx').on(t.actor),
    uniqueIndex('log_level_idx').on(t.level, t.action),
    unique('log_action_key').on(t.action, t.level),
  ],
)
