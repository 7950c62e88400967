import { relations } from 'drizzle-orm'

import { addresses, sessions, users } from './accounts'
import { authors, bookAuthors, books, categories, publishers, reviews } from './catalog'
import { stock, warehouses } from './inventory'
import { invoices, orderLines, orders } from './orders'

export const usersRelations = relations(users, ({ one, many }) => ({
  addresses: many(addresses),
  orders: many(orders),
  referrer: one(users, { fields: [users.referredBy], references: [users.id], relationName: 'referral' }),
  referrals: many(users, { relationName: 'referral' }),
  reviews: many(reviews),
  sessions: many(sessions),
}))

export const addressesRelations = relations(addresses, ({ one }) => ({
  user: one(users, { fields: [addresses.userId], references: [users.id] }),
}))

export const sessionsRelations = relations(sessions, ({ one }) => ({
  user: one(users, { fields: [sessions.userId], references: [users.id] }),
}))

export const publishersRelations = relations(publishers, ({ many }) => ({
  books: many(books),
}))

export const booksRelations = relations(books, ({ one, many }) => ({
  authors: many(bookAuthors),
  publisher: one(publishers, { fields: [books.publisherId], references: [publishers.id] }),
  reviews: many(reviews),
  stock: many(stock),
}))

export const authorsRelations = relations(authors, ({ many }) => ({
  books: many(bookAuthors),
}))

export const bookAuthorsRelations = relations(bookAuthors, ({ one }) => ({
  author: one(authors, { fields: [bookAuthors.authorId], references: [authors.id] }),
  book: one(books, { fields: [bookAuthors.isbn], references: [books.isbn] }),
}))

export const categoriesRelations = relations(categories, ({ one, many }) => ({
  children: many(categories, { relationName: 'tree' }),
  parent: one(categories, { fields: [categories.parentSlug], references: [categories.slug], relationName: 'tree' }),
}))

export const reviewsRelations = relations(reviews, ({ one }) => ({
  author: one(users, { fields: [reviews.userId], references: [users.id] }),
  book: one(books, { fields: [reviews.isbn], references: [books.isbn] }),
}))

export const ordersRelations = relations(orders, ({ one, many }) => ({
  address: one(addresses, { fields: [orders.addressId], references: [addresses.id] }),
  invoice: one(invoices),
  lines: many(orderLines),
  user: one(users, { fields: [orders.userId], references: [users.id] }),
}))

export const orderLinesRelations = relations(orderLines, ({ one }) => ({
  book: one(books, { fields: [orderLines.isbn], references: [books.isbn] }),
  order: one(orders, { fields: [orderLines.orderId], references: [orders.id] }),
}))

export const invoicesRelations = relations(invoices, ({ one }) => ({
  order: one(orders, { fields: [invoices.orderId], references: [orders.id] }),
}))

export const warehousesRelations = relations(warehouses, ({ many }) => ({
  stock: many(stock),
}))

export const stockRelations = relations(stock, ({ one }) => ({
  book: one(books, { fields: [stock.isbn], references: [books.isbn] }),
  warehouse: one(warehouses, { fields: [stock.warehouseId], references: [warehouses.id] }),
}))
