import { integer, pgTable, text } from 'drizzle-orm/pg-core'

import { geography } from '@company/columns'
import { limits } from './missing'

export const unknown = pgTable('unknown', {
  id: integer('id').primaryKey(),
  place: geography('place').notNull(),
  limit: integer('limit').default(limits.usual),
  secret: text(process.env.COLUMN!),
  owner: integer('owner').references(() => limits.table.id),
})
