import { foreignKey, index, integer, pgTable, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'

const prefix = (name: string) => `app_${name}`

export const parent = pgTable(prefix('parent'), { a: integer('a'), b: integer('b'), c: text('c').unique(prefix('c_key')) }, (t) => ({
  pk: primaryKey({ name: prefix('parent_pk'), columns: [t.b, t.a] }),
}))

export const child = pgTable(prefix('child'), { a: integer('a'), b: integer('b') }, (t) => [
  foreignKey({ name: prefix('child_fk'), columns: [t.b, t.a], foreignColumns: [parent.b, parent.a] }),
  index(prefix('child_a')).on(t.a),
  uniqueIndex(prefix('child_b')).on(t.b),
  unique(prefix('child_ab')).on(t.a, t.b),
])
