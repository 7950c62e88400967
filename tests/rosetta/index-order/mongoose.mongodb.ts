import { model, Schema } from 'mongoose'

const schema = new Schema({ a: Number, b: Number, c: { type: Number, index: -1 } })

schema.index({ a: 1, b: -1 })
schema.index({ b: 'desc', a: 'ascending' }, { name: 'by_b' })

model('Point', schema)
