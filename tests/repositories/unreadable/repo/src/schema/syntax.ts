import { integer, pgTable } from 'drizzle-orm/pg-core'

export const before = pgTable('before', { id: integer('id').primaryKey() })

export const broken = pgTable('broken', {
  id: integer('id'.primaryKey(),
