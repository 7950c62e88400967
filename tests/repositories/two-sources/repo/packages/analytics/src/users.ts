import { int, mysqlTable, varchar } from 'drizzle-orm/mysql-core'

export const users = mysqlTable('users', {
  id: int('id').autoincrement().primaryKey(),
  externalId: varchar('external_id', { length: 36 }).notNull().unique(),
})
