import { integer, pgTable } from 'drizzle-orm/pg-core'

export const visible = pgTable('visible', { id: integer('id').primaryKey() })
