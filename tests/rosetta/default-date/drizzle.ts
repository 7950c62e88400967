import { date, pgTable, timestamp } from 'drizzle-orm/pg-core'

const EPOCH = new Date(0)

export const period = pgTable('period', {
  start: timestamp('start').default(new Date('2024-01-02T03:04:05.678Z')),
  startZone: timestamp('start_zone', { withTimezone: true }).default(new Date('2024-01-02T03:04:05.678Z')),
  day: date('day', { mode: 'date' }).default(new Date('2024-01-02')),
  epoch: timestamp('epoch').default(EPOCH),
  written: timestamp('written', { mode: 'string' }).default('2024-01-02 03:04:05'),
})
