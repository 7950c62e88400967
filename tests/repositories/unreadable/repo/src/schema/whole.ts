import { integer, pgTable, text } from 'drizzle-orm/pg-core'

export const whole = pgTable('whole', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
})
