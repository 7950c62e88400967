import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

const createdAt = timestamp('created_at')
const label = () => text('label')

export const first = pgTable('first', { id: integer('id'), createdAt: createdAt.notNull(), label: label().notNull() })
export const second = pgTable('second', { id: integer('id'), createdAt, label: label() })
