import { int, mysqlTable, varchar } from 'drizzle-orm/mysql-core'

export const user = mysqlTable('user', {
  id: int().primaryKey(),
  email: varchar({ length: 255 }).unique(),
})

export const callback = mysqlTable('callback', (t) => ({
  id: t.int().primaryKey(),
  label: t.varchar({ length: 20 }),
}))
