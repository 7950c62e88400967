import { sql } from 'drizzle-orm'
import { integer, pgTable, text, varchar } from 'drizzle-orm/pg-core'

export const lists = pgTable('lists', {
  tags: text('tags').array(),
  sized: integer('sized').array(3),
  matrix: integer('matrix').array().array(),
  board: varchar('board', { length: 1 }).array(3).array(3),
  empty: text('empty').array().default([]).notNull(),
  filled: text('filled').array().default(['a', "b'c"]),
  numbers: integer('numbers').array().default([1, 2]),
  expression: text('expression').array().notNull().default(sql`'{}'::text[]`),
})
