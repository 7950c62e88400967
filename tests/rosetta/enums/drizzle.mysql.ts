import { mysqlEnum, mysqlTable } from 'drizzle-orm/mysql-core'

const MOODS = ['sad', 'ok', 'happy'] as const

export const person = mysqlTable('person', {
  mood: mysqlEnum('mood', MOODS).notNull().default('ok'),
  quoted: mysqlEnum('quoted', ["it's", 'b']),
})
