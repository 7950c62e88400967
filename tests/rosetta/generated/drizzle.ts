import { type SQL, sql } from 'drizzle-orm'
import { integer, numeric, pgTable, text } from 'drizzle-orm/pg-core'

export const product = pgTable('product', {
  name: text('name').notNull(),
  net: numeric('net', { precision: 8, scale: 2 }).notNull(),
  slug: text('slug').generatedAlwaysAs(sql`lower(name)`),
  gross: numeric('gross', { precision: 8, scale: 2 }).generatedAlwaysAs((): SQL => sql`${product.net} * 1.19`),
  constant: text('constant').generatedAlwaysAs('fixed'),
  size: integer('size').notNull().generatedAlwaysAs(sql`length(name)`),
})
