import { model, Schema } from 'mongoose'

model('Log', new Schema({ at: { type: Date, required: true }, level: { type: String, enum: ['info', 'error'] } }))
model('LegacyLog', new Schema({ at: { type: String, required: true }, message: String }), 'logs')
