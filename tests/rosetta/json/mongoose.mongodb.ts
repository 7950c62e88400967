import { model, Schema, Types } from 'mongoose'

model('Blob', new Schema({
  any: Schema.Types.Mixed,
  object: Object,
  empty: {},
  named: 'mixed',
  counts: { type: Map, of: Number },
  byOwner: { type: Map, of: new Schema({ owner: Types.ObjectId }, { _id: false }) },
}))
