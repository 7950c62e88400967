import { model, Schema } from 'mongoose'

const START = 5

model('Setting', new Schema({
  name: { type: String, default: "it's" },
  count: { type: Number, default: START + 1 },
  ratio: { type: Number, default: 0.5 },
  active: { type: Boolean, default: false },
  nothing: { type: String, default: null },
}))
