import type { InferSelectModel } from 'drizzle-orm'
import { integer, pgTable, text, type PgColumn } from 'drizzle-orm/pg-core'

import type { Money } from './types'
import { type Currency, CURRENCIES } from './types'

export interface Settings {
  readonly currency: Currency
}

export namespace Defaults {
  export const currency = 'eur'
}

declare const external: PgColumn

export const price = pgTable('price', {
  id: integer('id').primaryKey(),
  amount: integer('amount').$type<Money>(),
  currency: text('currency', { enum: CURRENCIES }).default(Defaults.currency).$type<Currency>(),
})

export type Price = InferSelectModel<typeof price>
