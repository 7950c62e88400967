import { model, Schema } from 'mongoose'

const Hidden = model('Hidden', new Schema({ kind: String }))

export const Visible = model('Visible', new Schema({ hidden: { type: Schema.Types.ObjectId, ref: () => Hidden } }))
