import { int, mysqlSchema, mysqlTable, varchar } from 'drizzle-orm/mysql-core'

export const billing = mysqlSchema('billing')

export const customer = mysqlTable('customer', { id: int('id').primaryKey() })

export const account = billing.table('account', {
  id: int('id').primaryKey(),
  name: varchar('name', { length: 20 }),
})
