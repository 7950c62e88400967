import { char, pgTable, text, varchar } from 'drizzle-orm/pg-core'

const SHORT = 20
const LEVELS = ['low', 'high'] as const

export const words = pgTable('words', {
  plain: text('plain'),
  limited: varchar('limited', { length: 255 }),
  unlimited: varchar('unlimited'),
  constant: varchar('constant', { length: SHORT * 2 }),
  fixed: char('fixed', { length: 3 }),
  letter: char('letter'),
  level: text('level', { enum: LEVELS }),
  size: varchar('size', { length: 10, enum: ['small', 'large'] }),
})
