import { BOOK_FORMATS, DEFAULT_CURRENCY } from '@bookshop/shared'
import { eq, sql } from 'drizzle-orm'
import {
  char,
  check,
  customType,
  date,
  foreignKey,
  index,
  integer,
  numeric,
  pgEnum,
  pgTable,
  pgView,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core'

import { id, timestamps } from '~/columns'
import { users } from './accounts'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

export const bookFormat = pgEnum('book_format', Object.keys(BOOK_FORMATS) as [string, ...string[]])

export const publishers = pgTable('publishers', {
  id: id(),
  name: text('name').notNull().unique('publishers_name_key'),
  website: text('website'),
  ...timestamps,
})

export const books = pgTable(
  'books',
  {
    isbn: varchar('isbn', { length: 13 }).primaryKey(),
    title: text('title').notNull(),
    subtitle: text('subtitle'),
    format: bookFormat('format').notNull().default('paperback'),
    publisherId: uuid('publisher_id').references(() => publishers.id, { onDelete: 'restrict', onUpdate: 'cascade' }),
    price: numeric('price', { precision: 10, scale: 2 }).notNull(),
    currency: char('currency', { length: 3 }).notNull().default(DEFAULT_CURRENCY),
    pages: integer('pages'),
    tags: text('tags').array().notNull().default([]),
    publishedOn: date('published_on', { mode: 'string' }),
    search: tsvector('search').generatedAlwaysAs(
      sql`to_tsvector('simple', coalesce(title, '') || ' ' || coalesce(subtitle, ''))`,
    ),
    ...timestamps,
  },
  (table) => [
    index('books_search_idx').using('gin', table.search),
    index('books_publisher_idx').on(table.publisherId, table.publishedOn.desc().nullsLast()),
    check('books_price_check', sql`${table.price} >= 0`),
  ],
)

export const authors = pgTable('authors', {
  id: id(),
  name: text('name').notNull(),
  bornIn: smallint('born_in'),
  biography: text('biography').default('').notNull(),
  ...timestamps,
})

export const bookAuthors = pgTable(
  'book_authors',
  {
    isbn: varchar('isbn', { length: 13 })
      .notNull()
      .references(() => books.isbn, { onDelete: 'cascade', onUpdate: 'cascade' }),
    authorId: uuid('author_id')
      .notNull()
      .references(() => authors.id),
    position: smallint('position').notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.isbn, table.authorId] }),
    unique('book_authors_position_key').on(table.isbn, table.position),
  ],
)

export const categories = pgTable(
  'categories',
  {
    slug: varchar('slug', { length: 60 }).primaryKey(),
    label: text('label').notNull(),
    parentSlug: varchar('parent_slug', { length: 60 }),
  },
  (table) => ({
    parent: foreignKey({
      name: 'categories_parent_fk',
      columns: [table.parentSlug],
      foreignColumns: [table.slug],
    }).onDelete('cascade'),
    label: unique('categories_label_key').on(table.parentSlug, table.label).nullsNotDistinct(),
  }),
)

export const bookCategories = pgTable(
  'book_categories',
  {
    isbn: varchar('isbn', { length: 13 })
      .notNull()
      .references(() => books.isbn, { onDelete: 'cascade' }),
    category: varchar('category', { length: 60 })
      .notNull()
      .references(() => categories.slug, { onDelete: 'cascade', onUpdate: 'cascade' }),
  },
  (table) => [primaryKey({ name: 'book_categories_pk', columns: [table.isbn, table.category] })],
)

export const reviews = pgTable(
  'reviews',
  {
    id: id(),
    isbn: varchar('isbn', { length: 13 })
      .notNull()
      .references(() => books.isbn, { onDelete: 'cascade' }),
    userId: uuid('user_id').references(() => users.id, { onDelete: 'set null' }),
    rating: smallint('rating').notNull(),
    body: text('body'),
    status: text('status', { enum: ['pending', 'published', 'rejected'] }).notNull().default('pending'),
    ...timestamps,
  },
  (table) => [
    unique().on(table.isbn, table.userId),
    index().on(table.isbn, table.rating),
    check('reviews_rating_check', sql`${table.rating} between 1 and 5`),
  ],
)

export const publishedReviews = pgView('published_reviews').as((query) =>
  query.select({ isbn: reviews.isbn, rating: reviews.rating, body: reviews.body }).from(reviews).where(eq(reviews.status, 'published')),
)
