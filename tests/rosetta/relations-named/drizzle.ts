import { relations } from 'drizzle-orm'
import { foreignKey, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core'

export const person = pgTable('person', { id: integer('id').primaryKey(), bossId: integer('boss_id') }, (t) => [
  foreignKey({ columns: [t.bossId], foreignColumns: [t.id] }),
])

export const follow = pgTable(
  'follow',
  { from: integer('from').notNull(), to: integer('to').notNull() },
  (t) => [primaryKey({ columns: [t.from, t.to] })],
)

export const personRelations = relations(person, ({ one, many }) => ({
  boss: one(person, { fields: [person.bossId], references: [person.id], relationName: 'boss' }),
  reports: many(person, { relationName: 'boss' }),
  following: many(follow, { relationName: 'from' }),
  followers: many(follow, { relationName: 'to' }),
}))

export const followRelations = relations(follow, ({ one }) => ({
  from: one(person, { fields: [follow.from], references: [person.id], relationName: 'from' }),
  to: one(person, { fields: [follow.to], references: [person.id], relationName: 'to' }),
}))
