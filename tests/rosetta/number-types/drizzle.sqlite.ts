import { blob, integer, numeric, real, sqliteTable } from 'drizzle-orm/sqlite-core'

export const numbers = sqliteTable('numbers', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  normal: integer('normal', { mode: 'number' }),
  flag: integer('flag', { mode: 'boolean' }),
  real: real('real'),
  numeric: numeric('numeric'),
  big: blob('big', { mode: 'bigint' }),
})
