import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const membership = sqliteTable(
  'membership',
  {
    team: text('team').notNull(),
    person: integer('person'),
    role: text('role'),
  },
  (t) => [primaryKey({ columns: [t.team, t.person] })],
)

export const single = sqliteTable('single', { id: integer('id').notNull() }, (t) => [primaryKey({ columns: [t.id] })])
