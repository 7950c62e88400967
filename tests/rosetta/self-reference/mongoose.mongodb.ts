import { model, Schema } from 'mongoose'

const comment = new Schema({ text: String, parent: { type: Schema.Types.ObjectId, ref: 'Comment' } })

comment.add({ replies: [comment] })

model('Comment', comment)
