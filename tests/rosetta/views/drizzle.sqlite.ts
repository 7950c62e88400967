import { eq, sql } from 'drizzle-orm'
import { integer, sqliteTable, sqliteView, text } from 'drizzle-orm/sqlite-core'

export const person = sqliteTable('person', { id: integer('id').primaryKey(), name: text('name').notNull() })

export const names = sqliteView('names', { name: text('name') }).as(sql`select name from person`)
export const first = sqliteView('first_person').as((qb) => qb.select().from(person).where(eq(person.id, 1)))
export const existing = sqliteView('existing_view', { id: integer('id') }).existing()
