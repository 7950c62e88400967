import { timestamp, uuid } from 'drizzle-orm/pg-core'

/** Every table that people change by hand carries these. */
export const timestamps = {
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp('updated_at', { withTimezone: true })
    .notNull()
    .defaultNow()
    .$onUpdate(() => new Date()),
}

/** The primary key of most tables. */
export const id = () => uuid('id').primaryKey().defaultRandom()
