import { integer, text, timestamp } from 'drizzle-orm/pg-core'

export const timestamps = {
  createdAt: timestamp('created_at').defaultNow().notNull(),
  updatedAt: timestamp('updated_at'),
}

const withId = { id: integer('id').primaryKey() }

export const base = { ...withId, ...timestamps, note: text('note') }
