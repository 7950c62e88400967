import { model, Schema } from 'mongoose'

const user = new Schema({ name: String })

user.virtual('written', { ref: 'Post', localField: '_id', foreignField: 'author' })
user.virtual('reviewed', { ref: 'Post', localField: '_id', foreignField: 'reviewer' })
user.virtual('initials').get(() => '')

model('User', user)
model('Post', new Schema({
  author: { type: Schema.Types.ObjectId, ref: 'User' },
  reviewer: { type: Schema.Types.ObjectId, ref: 'User' },
}))
