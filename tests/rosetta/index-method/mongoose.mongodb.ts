import { model, Schema } from 'mongoose'

const schema = new Schema({
  title: { type: String, text: true },
  place: { type: { type: String, enum: ['Point'] }, coordinates: [Number] },
  hash: { type: String, index: 'hashed' },
})

schema.index({ place: '2dsphere', title: 1 })

model('Spot', schema)
