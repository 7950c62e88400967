import { sql } from 'drizzle-orm'
import { check, integer, sqliteTable } from 'drizzle-orm/sqlite-core'

export const applicant = sqliteTable('applicant', { age: integer('age') }, (t) => [
  check('applicant_age_check', sql`${t.age} >= 18`),
])
