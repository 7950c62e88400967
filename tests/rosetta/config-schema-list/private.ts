import { integer, pgTable } from 'drizzle-orm/pg-core'

export const internal = pgTable('internal', { id: integer('id').primaryKey() })
