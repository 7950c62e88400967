import * as pg from 'drizzle-orm/pg-core'
import { integer as int, pgTable as table } from 'drizzle-orm/pg-core'

const { text } = pg

export const first = pg.pgTable('first', { id: pg.integer('id').primaryKey(), text: text('text') })
export const second = table('second', { id: int('id').references(() => first.id) })

const third = table('third', { id: int('id') })
export { third }
export default table('fourth', { id: int('id') })
