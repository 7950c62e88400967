import { integer, numeric, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

const FALLBACK = 'unknown'
const HOUR = 60 * 60

export const setting = sqliteTable('setting', {
  name: text('name').default('anonymous').notNull(),
  empty: text('empty').default(''),
  quoted: text('quoted').default("it's \"so\""),
  template: text('template', { length: 50 }).default(`n/${FALLBACK}`),
  count: integer('count').default(0),
  seconds: integer('seconds').default(24 * HOUR),
  negative: integer('negative').default(-1),
  ratio: real('ratio').default(0.5),
  price: numeric('price').default('9.90'),
  yes: integer('yes', { mode: 'boolean' }).default(true),
  no: integer('no', { mode: 'boolean' }).notNull().default(false),
})
