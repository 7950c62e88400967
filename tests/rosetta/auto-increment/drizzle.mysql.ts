import { bigint, int, mysqlTable } from 'drizzle-orm/mysql-core'

export const ticket = mysqlTable('ticket', {
  id: int('id').primaryKey().autoincrement(),
})

export const event = mysqlTable('event', {
  id: bigint('id', { mode: 'number', unsigned: true }).autoincrement().notNull().primaryKey(),
})
