import { char, json, longtext, singlestoreEnum, singlestoreTable, text, varchar, vector } from 'drizzle-orm/singlestore-core'

export const words = singlestoreTable('words', {
  plain: text('plain'),
  long: longtext('long'),
  limited: varchar('limited', { length: 255 }),
  fixed: char('fixed', { length: 3 }),
  level: singlestoreEnum('level', ['low', 'high']),
  data: json('data').default({ a: 1 }),
  embedding: vector('embedding', { dimensions: 3, elementType: 'F32' }),
})
