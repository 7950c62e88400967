import { sql } from 'drizzle-orm'
import { int, mysqlTable, mysqlView, varchar } from 'drizzle-orm/mysql-core'

export const person = mysqlTable('person', { id: int('id').primaryKey(), name: varchar('name', { length: 20 }) })

export const names = mysqlView('names', { name: varchar('name', { length: 20 }) }).as(sql`select name from person`)
