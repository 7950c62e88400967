import { type SQL, sql } from 'drizzle-orm'
import { int, mysqlTable, varchar } from 'drizzle-orm/mysql-core'

export const product = mysqlTable('product', {
  name: varchar('name', { length: 50 }).notNull(),
  stored: varchar('stored', { length: 50 }).generatedAlwaysAs(sql`lower(name)`, { mode: 'stored' }),
  virtual: varchar('virtual', { length: 50 }).generatedAlwaysAs((): SQL => sql`upper(${product.name})`, { mode: 'virtual' }),
  usual: int('usual').generatedAlwaysAs(sql`length(name)`),
})
