import { integer, pgSchema, pgTable, text } from 'drizzle-orm/pg-core'

export const billing = pgSchema('billing')

export const currency = billing.enum('currency', ['eur', 'usd'])

export const customer = pgTable('customer', { id: integer('id').primaryKey() })

export const account = billing.table('account', {
  id: integer('id').primaryKey(),
  customer: integer('customer').references(() => customer.id),
  currency: currency('currency').notNull(),
})

export const entry = billing.table('entry', {
  account: integer('account').references(() => account.id, { onDelete: 'cascade' }),
  text: text('text').unique(),
})

export const shadow = pgSchema('archive').table('customer', { id: integer('id').primaryKey() })
