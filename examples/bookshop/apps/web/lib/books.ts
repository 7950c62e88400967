import { db, schema } from '@bookshop/db'
import { eq, sql } from 'drizzle-orm'

const { books } = schema

export function listBooks(query: string) {
  return db
    .select()
    .from(books)
    .where(query ? sql`${books.search} @@ websearch_to_tsquery('simple', ${query})` : undefined)
    .limit(50)
}

export function findBook(isbn: string) {
  return db.query.books.findFirst({
    where: eq(books.isbn, isbn),
    with: { authors: { with: { author: true } }, publisher: true },
  })
}
