import { integer, pgTable, text } from 'drizzle-orm/pg-core'

const STRICT = true as boolean
const MODES = { loose: 0, strict: 1 } as const
const length = STRICT ? 10 : 20
const name = MODES.strict === 1 && 'strict'

export const rule = pgTable(`rule_${name || 'none'}`, {
  id: integer('id').primaryKey(),
  ...(STRICT && { reason: text('reason').notNull() }),
  ...(STRICT ? {} : { never: text('never') }),
  limit: integer('limit').default(length ?? 5),
})
