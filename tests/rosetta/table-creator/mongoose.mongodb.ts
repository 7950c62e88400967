import mongoose, { type SchemaDefinition, Schema } from 'mongoose'

const define = (name: string, definition: SchemaDefinition) =>
  mongoose.model(name, new Schema(definition, { collection: `shop_${name.toLowerCase()}`, versionKey: false }))

export const Book = define('Book', { title: String })
export const Order = define('Order', { book: { type: Schema.Types.ObjectId, ref: 'Book' } })
