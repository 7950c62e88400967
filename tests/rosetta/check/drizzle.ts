import { gte, sql } from 'drizzle-orm'
import { check, integer, pgTable, text } from 'drizzle-orm/pg-core'

const MINIMUM = 18

export const applicant = pgTable(
  'applicant',
  { age: integer('age'), name: text('name'), score: integer('score') },
  (t) => [
    check('applicant_age_check', sql`${t.age} >= ${sql.raw(String(MINIMUM))}`),
    check('applicant_name_check', sql`length(name) > 0`),
    check('applicant_score_check', sql`${t.score} BETWEEN 0 AND 100 OR ${t.score} IS NULL`),
    check('applicant_literal_check', sql`${t.age} < ${120}`),
  ],
)
