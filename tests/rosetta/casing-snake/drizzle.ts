import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, timestamp, unique } from 'drizzle-orm/pg-core'

export const blogPost = pgTable(
  'blogPost',
  {
    postId: integer(),
    authorName: text().notNull().unique(),
    HTMLBody: text(),
    version2Id: integer(),
    createdAt: timestamp().defaultNow(),
    keptName: text('keptName'),
    reviewerId: integer().references(() => reviewer.reviewerId),
    lowerName: text().generatedAlwaysAs(sql`lower(author_name)`),
  },
  (t) => [
    primaryKey({ columns: [t.postId, t.version2Id] }),
    unique().on(t.authorName, t.createdAt),
    index().on(t.createdAt),
    index('expression_idx').on(sql`lower(${t.authorName})`),
    index('partial_idx').on(t.keptName).where(sql`${t.createdAt} is not null`),
    check('body_check', sql`${t.HTMLBody} <> ''`),
  ],
)

export const reviewer = pgTable(
  'reviewer',
  { reviewerId: integer().primaryKey(), bossId: integer() },
  (t) => [foreignKey({ columns: [t.bossId], foreignColumns: [t.reviewerId] })],
)
