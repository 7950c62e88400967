import { sql } from 'drizzle-orm'
import { check, int, mysqlTable } from 'drizzle-orm/mysql-core'

export const applicant = mysqlTable('applicant', { age: int('age') }, (t) => [
  check('applicant_age_check', sql`${t.age} >= 18`),
])
