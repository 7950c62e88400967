import { date, interval, pgTable, time, timestamp } from 'drizzle-orm/pg-core'

const zoned = { withTimezone: true } as const

export const calendar = pgTable('calendar', {
  date: date('date'),
  dateObject: date('date_object', { mode: 'date' }),
  time: time('time'),
  timePrecise: time('time_precise', { precision: 6, withTimezone: true }),
  stamp: timestamp('stamp'),
  stampString: timestamp('stamp_string', { mode: 'string' }),
  stampPrecise: timestamp('stamp_precise', { precision: 3 }),
  stampZoned: timestamp('stamp_zoned', zoned),
  stampZonedPrecise: timestamp('stamp_zoned_precise', { ...zoned, precision: 6, mode: 'date' }),
  interval: interval('interval'),
  intervalFields: interval('interval_fields', { fields: 'day' }),
  intervalPrecise: interval('interval_precise', { fields: 'second', precision: 3 }),
})
