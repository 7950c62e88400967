import { blob, sqliteTable, text } from 'drizzle-orm/sqlite-core'

const LEVELS = ['low', 'high'] as const

export const words = sqliteTable('words', {
  plain: text('plain'),
  limited: text('limited', { length: 255 }),
  level: text('level', { enum: LEVELS }),
  data: text('data', { mode: 'json' }),
  buffer: blob('buffer', { mode: 'buffer' }),
  blob: blob('blob'),
})
