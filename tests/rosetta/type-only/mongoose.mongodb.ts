import type { Connection } from 'mongoose'
import { model, Schema } from 'mongoose'

import { CURRENCIES, type Currency, type Money } from './types'

interface Price {
  amount: Money
  currency: Currency
}

const schema = new Schema<Price>({ amount: Number, currency: { type: String, enum: CURRENCIES } } as const)

export const PriceModel = model<Price>('Price', schema satisfies Schema<Price>)
export const close = (connection: Connection): Promise<void> => connection.close()
