import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

const DEFAULTS = { theme: 'dark', sizes: [1, 2.5, -3], nested: { on: true, off: null } }

export const profile = sqliteTable('profile', {
  empty: text('empty', { mode: 'json' }).default({}),
  list: text('list', { mode: 'json' }).default([]).notNull(),
  full: text('full', { mode: 'json' }).default(DEFAULTS),
})
