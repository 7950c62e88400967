import { index, pgTableCreator, text } from 'drizzle-orm/pg-core'

const PREFIX = 'shop'

export const createTable = pgTableCreator((name) => `${PREFIX}_${name}`)

export const post = createTable('post', { title: text('title').unique() }, (t) => [index('title_idx').on(t.title)])

export const reply = createTable('reply', { post: text('post').references(() => post.title) })
