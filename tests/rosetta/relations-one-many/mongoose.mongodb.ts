import { model, Schema } from 'mongoose'

const user = new Schema({ name: String })

user.virtual('posts', { ref: 'Post', localField: '_id', foreignField: 'author' })
user.virtual('profile', { ref: 'Profile', localField: '_id', foreignField: 'user', justOne: true })

model('User', user)
model('Post', new Schema({ author: { type: Schema.Types.ObjectId, ref: 'User' } }))
model('Profile', new Schema({ user: { type: Schema.Types.ObjectId, ref: 'User', unique: true } }))
