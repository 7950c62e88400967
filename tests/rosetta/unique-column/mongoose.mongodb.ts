import { model, Schema } from 'mongoose'

model('Account', new Schema({
  email: { type: String, unique: true },
  phone: { type: String, unique: true, sparse: true },
  code: { type: String, index: { unique: true, name: 'one_code' } },
}))
