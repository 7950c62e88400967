import { json, jsonb, pgTable } from 'drizzle-orm/pg-core'

type Payload = { id: string }

export const message = pgTable('message', {
  payload: jsonb('payload').$type<Payload>().notNull(),
  raw: json('raw').$type<Record<string, unknown>[]>(),
})
