import { model, Schema } from 'mongoose'

model('Basket', new Schema({
  names: [String],
  counts: { type: [Number], required: true },
  anything: [],
  dates: { type: Array, of: Date },
  matrix: [[Number]],
  lines: [{ product: { type: String, required: true }, amount: Number }],
}, { collection: 'basket', versionKey: false }))
