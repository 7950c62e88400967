import { bigint, decimal, double, float, int, real, serial, singlestoreTable, tinyint } from 'drizzle-orm/singlestore-core'

export const numbers = singlestoreTable('numbers', {
  serial: serial('serial').primaryKey(),
  tiny: tinyint('tiny'),
  normal: int('normal', { unsigned: true }),
  big: bigint('big', { mode: 'number' }),
  real: real('real', { precision: 8, scale: 2 }),
  double: double('double'),
  float: float('float'),
  decimal: decimal('decimal', { precision: 10, scale: 2 }),
})
