import { boolean, char, decimal, double, int, mysqlTable, text, varchar } from 'drizzle-orm/mysql-core'

const FALLBACK = 'unknown'
const HOUR = 60 * 60

export const setting = mysqlTable('setting', {
  name: varchar('name', { length: 40 }).default('anonymous').notNull(),
  empty: varchar('empty', { length: 40 }).default(''),
  quoted: varchar('quoted', { length: 40 }).default("it's \"so\""),
  template: varchar('template', { length: 50 }).default(`n/${FALLBACK}`),
  long: text('long').default('text'),
  code: char('code', { length: 2 }).default('DE'),
  count: int('count').default(0),
  seconds: int('seconds').default(24 * HOUR),
  negative: int('negative').default(-1),
  ratio: double('ratio').default(0.5),
  price: decimal('price', { precision: 6, scale: 2 }).default('9.90'),
  yes: boolean('yes').default(true),
  no: boolean('no').notNull().default(false),
})
