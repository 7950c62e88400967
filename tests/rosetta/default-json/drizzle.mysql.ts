import { json, mysqlTable } from 'drizzle-orm/mysql-core'

const DEFAULTS = { theme: 'dark', sizes: [1, 2.5, -3], nested: { on: true, off: null } }

export const profile = mysqlTable('profile', {
  empty: json('empty').default({}),
  list: json('list').default([]).notNull(),
  full: json('full').default(DEFAULTS),
})
