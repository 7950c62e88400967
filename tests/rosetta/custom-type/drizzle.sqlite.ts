import { customType, sqliteTable } from 'drizzle-orm/sqlite-core'

const money = customType<{ data: number }>({ dataType: () => 'integer' })

export const account = sqliteTable('account', {
  balance: money('balance').notNull(),
})
