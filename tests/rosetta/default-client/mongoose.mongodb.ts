import { randomUUID } from 'node:crypto'
import { model, Schema } from 'mongoose'

model('Draft', new Schema({
  slug: { type: String, default: randomUUID },
  touchedAt: { type: Date, default: Date.now },
  savedAt: { type: Date, default: () => new Date() },
  version: { type: Number, default: 1 },
}, { collection: 'draft' }))
