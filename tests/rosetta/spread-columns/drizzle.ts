import { index, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

import { base, timestamps as stamps } from './columns'

export const first = pgTable('first', { ...base, title: text('title') })
export const second = pgTable('second', { title: text('title'), ...stamps, updatedAt: timestamp('changed_at').notNull() })
export const third = pgTable('third', { key: text('key').primaryKey(), ...stamps }, (t) => [index().on(t.createdAt)])
