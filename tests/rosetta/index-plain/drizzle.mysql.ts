import { index, int, mysqlTable, uniqueIndex, varchar } from 'drizzle-orm/mysql-core'

export const log = mysqlTable(
  'log',
  { actor: varchar('actor', { length: 40 }), action: varchar('action', { length: 40 }), level: int('level') },
  (t) => [
    index('log_actor_idx').on(t.actor),
    index('log_both_idx').on(t.actor, t.action).using('hash').algorithm('inplace').lock('none'),
    uniqueIndex('log_level_idx').on(t.level, t.action),
  ],
)
