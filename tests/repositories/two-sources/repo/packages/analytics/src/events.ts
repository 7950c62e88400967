import { index, int, json, mysqlEnum, mysqlTable, timestamp } from 'drizzle-orm/mysql-core'

import { users } from './users'

export const events = mysqlTable(
  'events',
  {
    id: int('id').autoincrement().primaryKey(),
    user: int('user_id').references(() => users.id, { onDelete: 'set null' }),
    kind: mysqlEnum('kind', ['view', 'click']).notNull(),
    payload: json('payload'),
    at: timestamp('at', { fsp: 3 }).notNull().defaultNow().onUpdateNow(),
  },
  (event) => [index('events_user_idx').on(event.user, event.at)],
)
