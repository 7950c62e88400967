import { int, mysqlTable, primaryKey, varchar } from 'drizzle-orm/mysql-core'

export const membership = mysqlTable(
  'membership',
  {
    team: varchar('team', { length: 40 }).notNull(),
    person: int('person'),
    role: varchar('role', { length: 40 }),
  },
  (t) => [primaryKey({ columns: [t.team, t.person] })],
)
