import { model, Schema } from 'mongoose'

const price = new Schema({ amount: { type: Number, required: true, min: 0 }, currency: { type: String, default: 'EUR' } })
price.index({ currency: 1 })

const line = new Schema({ price, sku: { type: String, unique: true }, hidden: { type: price, excludeIndexes: true } })

model('Order', new Schema({
  lines: { type: [line], required: true, default: undefined },
  total: { type: price, required: true },
  shipping: { address: { street: String, geo: { type: { type: String }, coordinates: [Number] } } },
  tags: [{ type: String, index: true, lowercase: true }],
  history: [[{ at: Date }]],
  prices: { type: Map, of: price },
  labels: { type: Map, of: [String] },
  notes: [new Schema({ text: String }, { timestamps: true })],
}))
