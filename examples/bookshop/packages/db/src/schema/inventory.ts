import { sql } from 'drizzle-orm'
import { check, index, integer, pgSchema, primaryKey, serial, text, timestamp, varchar } from 'drizzle-orm/pg-core'

import { books } from './catalog'

export const inventory = pgSchema('inventory')

export const movementReason = inventory.enum('movement_reason', ['delivery', 'sale', 'return', 'loss'])

export const warehouses = inventory.table('warehouses', {
  id: serial('id').primaryKey(),
  name: text('name').notNull().unique(),
  city: varchar('city', { length: 100 }).notNull(),
})

export const stock = inventory.table(
  'stock',
  {
    warehouseId: integer('warehouse_id')
      .notNull()
      .references(() => warehouses.id, { onDelete: 'cascade' }),
    isbn: varchar('isbn', { length: 13 })
      .notNull()
      .references(() => books.isbn, { onDelete: 'cascade', onUpdate: 'cascade' }),
    quantity: integer('quantity').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.warehouseId, table.isbn] }),
    check('stock_quantity_check', sql`${table.quantity} >= 0`),
  ],
)

export const movements = inventory.table(
  'movements',
  {
    id: serial('id').primaryKey(),
    warehouseId: integer('warehouse_id')
      .notNull()
      .references(() => warehouses.id),
    isbn: varchar('isbn', { length: 13 }).notNull(),
    change: integer('change').notNull(),
    reason: movementReason('reason').notNull(),
    happenedAt: timestamp('happened_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('movements_isbn_idx').using('brin', table.happenedAt, table.isbn)],
)
