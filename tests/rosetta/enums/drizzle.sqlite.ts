import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const person = sqliteTable('person', {
  mood: text('mood', { enum: ['sad', 'ok', 'happy'] }).notNull().default('ok'),
})
