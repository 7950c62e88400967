import { and, between, eq, gt, inArray, isNotNull, like, not, or, sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text } from 'drizzle-orm/pg-core'

const STATES = ['open', 'done']
const quoted = (values: string[]) => sql.raw(values.map((value) => `'${value}'`).join(', '))
const positive = (column: unknown) => sql`${column} > 0`

export const task = pgTable(
  'task',
  { id: integer('id'), state: text('state'), points: integer('points'), hidden: boolean('hidden') },
  (t) => [
    check('task_state_check', sql`${t.state} in (${quoted(STATES)})`),
    check('task_points_check', positive(t.points)),
    check('task_joined_check', sql.join([positive(t.id), sql`${t.hidden} is not null`], sql` and `)),
    check('task_name_check', sql`${sql.identifier('points')} < 10`),
    check('task_table_check', sql`${task} is not null`),
    index('task_and_idx').on(t.id).where(and(isNotNull(t.state), not(eq(t.hidden, sql`true`)))!),
    index('task_or_idx').on(t.id).where(or(gt(t.points, sql`1`), like(t.state, sql`'o%'`))!),
    index('task_in_idx').on(t.id).where(inArray(t.state, [sql`'open'`, sql`'done'`])),
    index('task_between_idx').on(t.id).where(between(t.points, sql`1`, sql`5`)),
    index('task_upper_idx').on(sql`upper(${t.state})`, t.id.desc()),
  ],
)
