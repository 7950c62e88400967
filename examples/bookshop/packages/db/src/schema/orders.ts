import { ORDER_STATUSES } from '@bookshop/shared'
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  numeric,
  pgEnum,
  pgTable,
  primaryKey,
  serial,
  text,
  timestamp,
  uniqueIndex,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core'

import { timestamps } from '~/columns'
import { addresses, users } from './accounts'
import { books } from './catalog'

// A draft lives in the browser; it is never stored.
export const orderStatus = pgEnum('order_status', ORDER_STATUSES.slice(1) as [string, ...string[]])

export const coupons = pgTable('coupons', {
  code: varchar('code', { length: 20 }).primaryKey(),
  percent: integer('percent').notNull(),
  active: boolean('active').notNull().default(true),
  validUntil: timestamp('valid_until', { withTimezone: true, precision: 3 }),
})

export const orders = pgTable(
  'orders',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity({ startWith: 1000 }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    addressId: integer('address_id').references(() => addresses.id, { onDelete: 'set null' }),
    couponCode: varchar('coupon_code', { length: 20 }).references(() => coupons.code),
    status: orderStatus('status').notNull().default('placed'),
    note: text('note'),
    placedAt: timestamp('placed_at', { withTimezone: true }).notNull().default(sql`now()`),
    ...timestamps,
  },
  (table) => [
    index('orders_user_id_idx').on(table.userId, table.placedAt.desc()),
    index('orders_open_idx').on(table.status).where(sql`${table.status} in ('placed', 'paid')`),
  ],
)

export const orderLines = pgTable(
  'order_lines',
  {
    orderId: bigint('order_id', { mode: 'number' })
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    line: integer('line').notNull(),
    isbn: varchar('isbn', { length: 13 })
      .notNull()
      .references(() => books.isbn, { onDelete: 'restrict', onUpdate: 'cascade' }),
    quantity: integer('quantity').notNull().default(1),
    unitPrice: numeric('unit_price', { precision: 10, scale: 2 }).notNull(),
    total: numeric('total', { precision: 12, scale: 2 })
      .notNull()
      .generatedAlwaysAs(sql`quantity * unit_price`),
  },
  (table) => [
    primaryKey({ columns: [table.orderId, table.line] }),
    check('order_lines_quantity_check', sql`${table.quantity} > 0`),
  ],
)

export const invoices = pgTable(
  'invoices',
  {
    id: serial('id').primaryKey(),
    orderId: bigint('order_id', { mode: 'number' })
      .notNull()
      .unique()
      .references(() => orders.id),
    number: text('number')
      .notNull()
      .$defaultFn(() => crypto.randomUUID()),
    issuedAt: timestamp('issued_at', { withTimezone: true }).notNull().defaultNow(),
    paidAt: timestamp('paid_at', { withTimezone: true }),
  },
  (table) => [uniqueIndex('invoices_number_idx').on(table.number)],
)
