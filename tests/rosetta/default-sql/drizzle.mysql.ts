import { sql } from 'drizzle-orm'
import { date, datetime, int, mysqlTable, timestamp, varchar } from 'drizzle-orm/mysql-core'

export const visit = mysqlTable('visit', {
  id: varchar('id', { length: 36 }).primaryKey().default(sql`(uuid())`),
  at: timestamp('at').defaultNow().notNull(),
  precise: timestamp('precise', { fsp: 3 }).default(sql`CURRENT_TIMESTAMP(3)`),
  touched: timestamp('touched').defaultNow().onUpdateNow(),
  until: datetime('until').default(sql`(now() + interval 7 day)`),
  day: date('day').default(sql`(curdate())`),
  number: int('number').default(sql`(1 + 1)`),
})
