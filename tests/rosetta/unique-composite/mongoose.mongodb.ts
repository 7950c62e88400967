import { model, Schema } from 'mongoose'

const schema = new Schema({ team: String, name: String })

schema.index({ team: 1, name: 1 }, { unique: true })

model('Member', schema)
