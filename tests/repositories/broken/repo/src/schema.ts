import { integer, pgEnum, pgTable, text } from 'drizzle-orm/pg-core'

export const color = pgEnum('color', ['yellow', 'green'])

export const notes = pgTable('notes', {
  id: integer('id').primaryKey(),
  body: text('body').notNull(),
  color: color('color').notNull().default('yellow'),
})
