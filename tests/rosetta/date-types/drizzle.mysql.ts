import { date, datetime, mysqlTable, time, timestamp, year } from 'drizzle-orm/mysql-core'

export const calendar = mysqlTable('calendar', {
  date: date('date'),
  dateString: date('date_string', { mode: 'string' }),
  datetime: datetime('datetime'),
  datetimePrecise: datetime('datetime_precise', { fsp: 6, mode: 'string' }),
  time: time('time'),
  timePrecise: time('time_precise', { fsp: 3 }),
  stamp: timestamp('stamp'),
  stampPrecise: timestamp('stamp_precise', { mode: 'string', fsp: 3 }),
  year: year('year'),
})
