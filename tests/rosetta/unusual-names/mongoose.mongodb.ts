import { model, Schema } from 'mongoose'

const schema = new Schema({
  'dash-key': String,
  ünïcode: String,
  UPPER: Number,
  'with"quote': String,
  'a|b': String,
  2: String,
})

schema.index({ UPPER: 1, 'dash-key': 1 }, { name: 'Upper Index' })

model('Order', schema, 'Order Items')
