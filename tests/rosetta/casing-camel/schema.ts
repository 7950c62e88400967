import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const blog_post = sqliteTable('blog_post', {
  post_id: integer().primaryKey(),
  author_name: text().notNull().unique(),
  kept_name: text('kept_name'),
})
