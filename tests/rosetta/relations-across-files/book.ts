import { relations } from 'drizzle-orm'
import { integer, pgTable } from 'drizzle-orm/pg-core'

import { author } from './author'

export const book = pgTable('book', { author: integer('author').references(() => author.id) })

export const bookRelations = relations(book, ({ one }) => ({
  author: one(author, { fields: [book.author], references: [author.id] }),
}))
