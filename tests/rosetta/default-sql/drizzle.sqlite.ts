import { sql } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const visit = sqliteTable('visit', {
  id: text('id').primaryKey().default(sql`(lower(hex(randomblob(16))))`),
  at: text('at').default(sql`CURRENT_TIMESTAMP`).notNull(),
  epoch: integer('epoch', { mode: 'timestamp' }).default(sql`(unixepoch())`),
  millis: integer('millis', { mode: 'timestamp_ms' }).default(sql`(unixepoch() * 1000)`),
  number: integer('number').default(sql`1 + 1`),
})
