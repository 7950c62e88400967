import { eq, sql } from 'drizzle-orm'
import { boolean, integer, pgTable, pgView, text } from 'drizzle-orm/pg-core'

export const person = pgTable('person', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  active: boolean('active').notNull(),
})

export const activePeople = pgView('active_people').as((qb) => qb.select().from(person).where(eq(person.active, true)))

export const names = pgView('names').as((qb) => qb.select({ id: person.id, label: person.name }).from(person))
