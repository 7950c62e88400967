import { bigint, integer, pgTable, smallint } from 'drizzle-orm/pg-core'

export const always = pgTable('always', { id: integer('id').primaryKey().generatedAlwaysAsIdentity() })

export const byDefault = pgTable('by_default', { id: bigint('id', { mode: 'number' }).generatedByDefaultAsIdentity() })

export const given = pgTable('given', {
  id: smallint('id').generatedAlwaysAsIdentity({
    name: 'given_sequence',
    startWith: 100,
    increment: 10,
    minValue: 100,
    maxValue: 20000,
    cache: 5,
    cycle: true,
  }),
})
