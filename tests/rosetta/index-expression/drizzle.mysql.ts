import { sql } from 'drizzle-orm'
import { mysqlTable, uniqueIndex, varchar } from 'drizzle-orm/mysql-core'

export const contact = mysqlTable(
  'contact',
  { email: varchar('email', { length: 100 }), name: varchar('name', { length: 100 }) },
  (t) => [uniqueIndex('contact_email_idx').on(sql`(lower(${t.email}))`, t.name)],
)
