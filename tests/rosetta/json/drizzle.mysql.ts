import { json, mysqlTable } from 'drizzle-orm/mysql-core'

export const message = mysqlTable('message', {
  payload: json('payload').$type<{ id: string }>().notNull(),
  raw: json('raw'),
})
