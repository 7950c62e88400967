import { mysqlTableCreator, varchar } from 'drizzle-orm/mysql-core'

const createTable = mysqlTableCreator((name) => 'shop_' + name)

export const post = createTable('post', { title: varchar('title', { length: 50 }).unique() })
