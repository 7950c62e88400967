import { model, Schema } from 'mongoose'

model('Numbers', new Schema({
  plain: Number,
  named: { type: 'number' },
  exact: Schema.Types.Decimal128,
  big: BigInt,
  small: Schema.Types.Int32,
  flag: Boolean,
}))
