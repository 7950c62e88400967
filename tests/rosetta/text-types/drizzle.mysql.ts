import { binary, char, longtext, mediumtext, mysqlTable, text, tinytext, varbinary, varchar } from 'drizzle-orm/mysql-core'

const SHORT = 20
const LEVELS = ['low', 'high'] as const

export const words = mysqlTable('words', {
  plain: text('plain'),
  tiny: tinytext('tiny'),
  medium: mediumtext('medium'),
  long: longtext('long'),
  limited: varchar('limited', { length: 255 }),
  constant: varchar('constant', { length: SHORT * 2 }),
  fixed: char('fixed', { length: 3 }),
  letter: char('letter'),
  level: text('level', { enum: LEVELS }),
  bytes: binary('bytes', { length: 16 }),
  byte: binary('byte'),
  more: varbinary('more', { length: 64 }),
})
