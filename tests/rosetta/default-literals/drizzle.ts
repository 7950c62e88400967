import { boolean, char, doublePrecision, integer, numeric, pgTable, text, varchar } from 'drizzle-orm/pg-core'

const FALLBACK = 'unknown'
const HOUR = 60 * 60

export const setting = pgTable('setting', {
  name: text('name').default('anonymous').notNull(),
  empty: text('empty').default(''),
  quoted: text('quoted').default("it's \"so\""),
  multiline: text('multiline').default('a\nb\tc'),
  template: varchar('template', { length: 50 }).default(`n/${FALLBACK}`),
  code: char('code', { length: 2 }).default('DE'),
  count: integer('count').default(0),
  seconds: integer('seconds').default(24 * HOUR),
  negative: integer('negative').default(-1),
  ratio: doublePrecision('ratio').default(0.5),
  price: numeric('price', { precision: 6, scale: 2 }).default('9.90'),
  yes: boolean('yes').default(true),
  no: boolean('no').notNull().default(false),
  none: text('none'),
})
