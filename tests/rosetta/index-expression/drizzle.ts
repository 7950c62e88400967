import { type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'

const lower = (column: AnyPgColumn): SQL => sql`lower(${column})`

export const contact = pgTable(
  'contact',
  { email: text('email'), name: text('name'), data: jsonb('data') },
  (t) => [
    uniqueIndex('contact_email_idx').on(sql`lower(${t.email})`),
    uniqueIndex('contact_name_idx').on(lower(t.name)),
    index('contact_mixed_idx').on(t.name, sql`(${t.data} ->> 'kind')`),
  ],
)
