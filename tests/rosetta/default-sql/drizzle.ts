import { sql } from 'drizzle-orm'
import { date, integer, pgTable, text, time, timestamp, uuid } from 'drizzle-orm/pg-core'

export const visit = pgTable('visit', {
  id: uuid('id').defaultRandom().primaryKey(),
  other: uuid('other').default(sql`gen_random_uuid()`),
  at: timestamp('at').defaultNow().notNull(),
  precise: timestamp('precise', { precision: 3, withTimezone: true }).defaultNow(),
  until: timestamp('until').default(sql`now() + interval '7 days'`),
  day: date('day').defaultNow(),
  clock: time('clock').defaultNow(),
  user: text('user').default(sql`current_user`),
  number: integer('number').default(sql`1 + 1`),
  nothing: text('nothing').default(sql`null`),
  inlined: text('inlined').default(sql.raw("'raw'")),
})
