import { relations } from 'drizzle-orm'
import { integer, pgTable } from 'drizzle-orm/pg-core'

import { book } from './book'

export const author = pgTable('author', { id: integer('id').primaryKey() })

export const authorRelations = relations(author, ({ many }) => ({ books: many(book) }))
