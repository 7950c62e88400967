import { model, Schema } from 'mongoose'

model('Row', new Schema({
  zebra: String,
  apple: String,
  10: Number,
  1: Number,
  mango: String,
}, { collection: 'row', versionKey: false }))
