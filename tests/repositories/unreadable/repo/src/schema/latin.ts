import { pgTable, text } from 'drizzle-orm/pg-core'

export const latin = pgTable('café', { name: text('name') })
