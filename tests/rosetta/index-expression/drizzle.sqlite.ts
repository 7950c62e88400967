import { sql } from 'drizzle-orm'
import { sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

export const contact = sqliteTable(
  'contact',
  { email: text('email'), name: text('name') },
  (t) => [uniqueIndex('contact_email_idx').on(sql`lower(${t.email})`, t.name)],
)
