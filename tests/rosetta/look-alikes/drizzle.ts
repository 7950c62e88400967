import { getTableColumns } from 'drizzle-orm'
import { alias, integer, pgTable, text } from 'drizzle-orm/pg-core'

import { local } from './local'

export const real = pgTable('real', { id: integer('id').primaryKey(), name: text('name') })

export const fake = local('fake', { id: integer('id') })
export const columns = getTableColumns(real)
export const TABLES = { real }
export const insertReal = (value: typeof real.$inferInsert) => value
