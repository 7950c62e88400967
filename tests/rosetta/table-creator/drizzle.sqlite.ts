import { sqliteTableCreator, text } from 'drizzle-orm/sqlite-core'

const createTable = sqliteTableCreator((name) => 'shop_' + name)

export const post = createTable('post', { title: text('title').unique() })
