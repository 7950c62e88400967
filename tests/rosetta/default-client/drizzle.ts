import { randomUUID } from 'node:crypto'

import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

export const draft = pgTable('draft', {
  id: text('id')
    .primaryKey()
    .$defaultFn(() => randomUUID()),
  slug: text('slug').$default(() => 'new'),
  touchedAt: timestamp('touched_at').$onUpdate(() => new Date()),
  savedAt: timestamp('saved_at')
    .defaultNow()
    .$onUpdateFn(() => new Date()),
  version: integer('version')
    .default(1)
    .$defaultFn(() => 2),
})
