import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'

export const membership = pgTable(
  'membership',
  {
    team: text('team').notNull(),
    person: integer('person'),
    role: text('role'),
  },
  (t) => [primaryKey({ columns: [t.team, t.person] })],
)

export const vote = pgTable(
  'vote',
  {
    poll: integer('poll').notNull(),
    voter: integer('voter').notNull(),
  },
  (t) => [primaryKey({ name: 'vote_key', columns: [t.voter, t.poll] })],
)

export const single = pgTable('single', { id: integer('id').notNull() }, (t) => [primaryKey({ columns: [t.id] })])
