import { relations } from 'drizzle-orm'
import { integer, pgTable, text } from 'drizzle-orm/pg-core'

export const user = pgTable('user', { id: integer('id').primaryKey(), name: text('name') })

export const post = pgTable('post', {
  id: integer('id').primaryKey(),
  authorId: integer('author_id').references(() => user.id),
})

export const profile = pgTable('profile', { userId: integer('user_id').primaryKey() })

export const userRelations = relations(user, ({ one, many }) => ({
  posts: many(post),
  profile: one(profile),
}))

export const postRelations = relations(post, (helpers) => ({
  author: helpers.one(user, { fields: [post.authorId], references: [user.id] }),
}))

export const profileRelations = relations(profile, ({ one }) => {
  return { user: one(user, { fields: [profile.userId], references: [user.id] }) }
})
