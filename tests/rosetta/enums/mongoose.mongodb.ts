import { model, Schema } from 'mongoose'

model('Person', new Schema({
  mood: { type: String, enum: ['happy', 'sad'], required: true, default: 'happy' },
  moods: { type: [String], enum: ['happy', 'sad'] },
}))
