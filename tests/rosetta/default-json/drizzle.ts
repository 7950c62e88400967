import { json, jsonb, pgTable } from 'drizzle-orm/pg-core'

const DEFAULTS = { theme: 'dark', sizes: [1, 2.5, -3], nested: { on: true, off: null } }

export const profile = pgTable('profile', {
  empty: jsonb('empty').default({}),
  list: jsonb('list').default([]).notNull(),
  full: jsonb('full').default(DEFAULTS),
  spread: json('spread').default({ ...DEFAULTS, theme: 'light' }),
  text: jsonb('text').default('plain'),
})
