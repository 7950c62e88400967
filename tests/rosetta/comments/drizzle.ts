// pgTable('commented', {})
import { integer, /* text, */ pgTable } from 'drizzle-orm/pg-core' // trailing

/**
 * export const documented = pgTable('documented', {})
 */
export const only = pgTable(
  /* name */ 'only', // the name
  {
    // id: text('id'),
    id: integer('id') /* .notNull() */.primaryKey(),
  },
)
const text = "export const quoted = pgTable('quoted', {})"
