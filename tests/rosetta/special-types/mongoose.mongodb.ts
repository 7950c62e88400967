import mongoose from 'mongoose'

mongoose.model('Special', new mongoose.Schema({
  _id: String,
  owner: mongoose.Types.ObjectId,
  key: mongoose.Schema.Types.UUID,
  data: Buffer,
  on: { type: mongoose.Schema.Types.ObjectId, refPath: 'kind' },
  kind: { type: String, enum: ['Book', 'Song'] },
}))
