import { model, Schema } from 'mongoose'

model('Texts', new Schema({
  plain: String,
  named: { type: 'String' },
  typed: { type: Schema.Types.String, maxlength: 20, trim: true },
  type: { type: String },
}))
