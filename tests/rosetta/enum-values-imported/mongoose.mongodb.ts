import { model, Schema } from 'mongoose'

import COLORS, { EXTRA, Status } from './constants'

model('Item', new Schema({
  status: { type: String, enum: [...Status, ...EXTRA] },
  colors: [{ type: String, enum: COLORS }],
}))
