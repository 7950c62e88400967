import { integer, pgEnum, pgTable, text, timestamp, varchar } from 'drizzle-orm/pg-core'

export const kind = pgEnum('kind', ['a', 'b'])

export const user = pgTable('user', {
  id: integer().primaryKey(),
  fullName: text().notNull(),
  email: varchar({ length: 255 }).unique(),
  kind: kind().default('a'),
  at: timestamp({ withTimezone: true }).defaultNow(),
})

export const callback = pgTable('callback', (t) => ({
  id: t.serial().primaryKey(),
  label: t.varchar({ length: 20 }),
  user: t.integer('user_id').references(() => user.id),
}))
