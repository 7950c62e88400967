import { pgTable, text } from 'drizzle-orm/pg-core'

export const user = pgTable('user', {
  email: text('email').notNull().unique(),
  handle: text('handle').unique('user_handle_key'),
  phone: text('phone').unique('user_phone_key', { nulls: 'not distinct' }),
  code: text('code').unique(undefined, { nulls: 'distinct' }),
})
