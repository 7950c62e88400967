import { type SQL, sql } from 'drizzle-orm'
import { int, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const product = sqliteTable('product', {
  name: text('name').notNull(),
  stored: text('stored').generatedAlwaysAs(sql`lower(name)`, { mode: 'stored' }),
  virtual: text('virtual').generatedAlwaysAs((): SQL => sql`upper(${product.name})`, { mode: 'virtual' }),
  usual: int('usual').generatedAlwaysAs(sql`length(name)`),
})
