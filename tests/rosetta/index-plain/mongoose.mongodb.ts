import { model, Schema } from 'mongoose'

const schema = new Schema({
  email: { type: String, index: true },
  address: { city: { type: String, index: true }, street: String },
  items: [{ sku: { type: String, index: true } }],
})

schema.index({ 'address.street': 1, email: 1 })

model('Contact', schema)
