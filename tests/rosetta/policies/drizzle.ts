import { sql } from 'drizzle-orm'
import { integer, pgPolicy, pgRole, pgTable, text } from 'drizzle-orm/pg-core'

export const editor = pgRole('editor')
const reader = pgRole('reader').existing()

export const document = pgTable(
  'document',
  { id: integer('id').primaryKey(), owner: text('owner') },
  (t) => [
    pgPolicy('everything'),
    pgPolicy('read', { as: 'permissive', for: 'select', to: [reader, 'public'], using: sql`true` }),
    pgPolicy('write', {
      as: 'restrictive',
      for: 'update',
      to: editor,
      using: sql`${t.owner} = current_user`,
      withCheck: sql`owner = current_user`,
    }),
  ],
)

export const secured = pgTable('secured', { id: integer('id') }).enableRLS()

export const linked = pgPolicy('linked', { for: 'delete', to: 'current_user' }).link(secured)
