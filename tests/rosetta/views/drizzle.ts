import { eq, sql } from 'drizzle-orm'
import { boolean, integer, pgSchema, pgTable, pgView, text } from 'drizzle-orm/pg-core'

export const person = pgTable('person', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  active: boolean('active').notNull(),
})

export const byExpression = pgView('by_expression', {
  name: text('name').notNull(),
  count: integer('count'),
}).as(sql`select name, count(*)::int as count from person group by name`)

export const existing = pgView('existing_view', { id: integer('id') }).existing()

export const reporting = pgSchema('reporting')

export const inSchema = reporting.view('in_schema', { name: text('name') }).as(sql`select name from person`)
