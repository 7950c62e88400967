import { integer, pgTable, serial, text, varchar } from 'drizzle-orm/pg-core'

type UserId = string & { readonly brand: unique symbol }

export const typed = pgTable('typed', {
  id: serial('id').primaryKey().$type<UserId>(),
  wide: (text('wide') as any).notNull(),
  kept: text('kept')!.notNull()!,
  satisfied: varchar('satisfied', { length: 5 } satisfies { length: number }),
  count: integer('count').default(<number>3),
})
