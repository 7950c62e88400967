import { integer, pgTable, text, unique } from 'drizzle-orm/pg-core'

export const page = pgTable(
  'page',
  { site: integer('site').notNull(), path: text('path').notNull(), locale: text('locale') },
  (t) => [
    unique().on(t.site, t.path),
    unique('page_locale_key').on(t.path, t.site, t.locale).nullsNotDistinct(),
    unique('page_single').on(t.locale),
  ],
)
