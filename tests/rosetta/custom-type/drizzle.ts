import { customType, pgTable } from 'drizzle-orm/pg-core'

const citext = customType<{ data: string }>({
  dataType() {
    return 'citext'
  },
})

const money = customType<{ data: number; config: { places: number } }>({
  dataType: (config) => `NUMERIC(12, ${config?.places ?? 2})`,
})

const bytes = customType<{ data: Buffer; notNull: false; default: false }>({ dataType: () => 'bytea' })

export const account = pgTable('account', {
  email: citext('email').notNull().unique(),
  balance: money('balance', { places: 4 }),
  limit: money('limit'),
  key: bytes('key'),
})
