import { pgTable, text } from 'drizzle-orm/pg-core'

export const archive = pgTable('archive', { label: text('label') })
