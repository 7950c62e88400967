import { index, integer, pgTable, text } from 'drizzle-orm/pg-core'

export const order = pgTable('Order Items', {
  'dash-key': text('dash-key'),
  ünïcode: text('ünïcode'),
  upper: integer('UPPER'),
  quote: text('with"quote'),
  pipe: text('a|b'),
  constructor: text('constructor'),
  2: text('2'),
}, (t) => [index('Upper Index').on(t.upper, t['dash-key'])])
