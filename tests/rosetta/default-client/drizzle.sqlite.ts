import { randomUUID } from 'node:crypto'

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const draft = sqliteTable('draft', {
  id: text('id')
    .primaryKey()
    .$defaultFn(() => randomUUID()),
  slug: text('slug').$default(() => 'new'),
  touchedAt: integer('touched_at', { mode: 'timestamp' }).$onUpdate(() => new Date()),
  version: integer('version')
    .default(1)
    .$defaultFn(() => 2),
})
