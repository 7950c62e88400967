import { mysqlTable, varchar } from 'drizzle-orm/mysql-core'

export const user = mysqlTable('user', {
  email: varchar('email', { length: 100 }).notNull().unique(),
  handle: varchar('handle', { length: 40 }).unique('user_handle_key'),
})
