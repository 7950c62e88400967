import { model, Schema } from 'mongoose'

const schema = new Schema({ email: String, deletedAt: Date, code: { type: String, unique: true, sparse: true } })

schema.index({ email: 1 }, { unique: true, partialFilterExpression: { deletedAt: { $exists: false } } })

model('Account', schema)
