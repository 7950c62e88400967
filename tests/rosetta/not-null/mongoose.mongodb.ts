import { model, Schema } from 'mongoose'

model('Account', new Schema({
  name: { type: String, required: true },
  email: { type: String, required: [true, 'An address is needed'] },
  phone: { type: String, required: function () { return this.name === 'x' } },
  note: { type: String, required: false },
  age: Number,
}))
