import { sql } from 'drizzle-orm'
import { integer, pgMaterializedView, pgTable, text } from 'drizzle-orm/pg-core'

export const visit = pgTable('visit', { page: text('page').notNull() })

export const pageCounts = pgMaterializedView('page_counts', {
  page: text('page'),
  visits: integer('visits'),
}).as(sql`select page, count(*)::int as visits from visit group by page`)
