import { integer, pgTable, text } from 'drizzle-orm/pg-core'

export const row = pgTable('row', {
  zebra: text('zebra'),
  apple: text('apple'),
  10: integer('ten'),
  1: integer('one'),
  mango: text('mango'),
})
