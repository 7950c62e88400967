import { check, foreignKey, index, integer, pgTable, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'

const columns = { a: integer('a').notNull(), b: integer('b').notNull(), c: text('c') }

export const parent = pgTable('parent', { id: integer('id').primaryKey() })

export const asObject = pgTable('as_object', columns, (table) => ({
  pk: primaryKey({ columns: [table.a, table.b] }),
  parent: foreignKey({ columns: [table.a], foreignColumns: [parent.id] }),
  byC: index('as_object_c').on(table.c),
  oneC: unique('as_object_one_c').on(table.c),
  check: check('as_object_check', sql`${table.a} > 0`),
}))

export const asArray = pgTable('as_array', columns, (table) => [
  primaryKey({ columns: [table.a, table.b] }),
  foreignKey({ columns: [table.a], foreignColumns: [parent.id] }),
  index('as_array_c').on(table.c),
  unique('as_array_one_c').on(table.c),
  check('as_array_check', sql`${table.a} > 0`),
])

export const withBody = pgTable('with_body', columns, ({ a, c }) => {
  const name = 'with_body_both'
  return { [name]: uniqueIndex(name).on(a, c) }
})

export const conditional = pgTable('conditional', columns, function (table) {
  return [...(columns ? [index('conditional_a').on(table.a)] : [])]
})
