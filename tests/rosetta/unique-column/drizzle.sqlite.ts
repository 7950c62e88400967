import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const user = sqliteTable('user', {
  email: text('email').notNull().unique(),
  handle: text('handle').unique('user_handle_key'),
})
