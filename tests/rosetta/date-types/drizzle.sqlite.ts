import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const calendar = sqliteTable('calendar', {
  seconds: integer('seconds', { mode: 'timestamp' }),
  millis: integer('millis', { mode: 'timestamp_ms' }),
  iso: text('iso'),
})
