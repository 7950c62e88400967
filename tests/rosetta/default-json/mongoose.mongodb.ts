import { model, Schema } from 'mongoose'

model('Setting', new Schema({
  flags: { type: Schema.Types.Mixed, default: {} },
  theme: { type: Object, default: { dark: true, size: 12 } },
  tags: { type: [String], default: ['new'] },
}))
