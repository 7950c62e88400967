import { pgEnum, pgTable } from 'drizzle-orm/pg-core'

export const mood = pgEnum('mood', ['sad', 'ok', 'happy'])

export const person = pgTable('person', {
  mood: mood('mood').notNull().default('ok'),
  former: mood('former'),
  all: mood('all').array(),
})
