import * as everything from 'mongoose'
import mongoose, { model as define, Schema as Definition } from 'mongoose'

const { ObjectId } = mongoose.Schema.Types

export const First = everything.model('First', new everything.Schema({ text: String }))
const Second = define('Second', new Definition({ first: { type: ObjectId, ref: First } }))

export { Second }
export default mongoose.models.Third || mongoose.model('Third', mongoose.Schema({ first: { type: ObjectId, ref: 'First' } }))
