import { Schema, model } from 'mongoose'

const base = new Schema(
  { name: { type: String, required: true }, address: { city: String, zip: String }, secret: String },
  { timestamps: true },
)
base.index({ name: 1 })
base.virtual('label').get(() => '')

const copy = base.clone()
copy.add({ extra: Boolean })

model('Base', base)
model('Copy', copy)
model('Picked', base.pick(['name', 'address']))
model('Omitted', base.omit(['secret', 'address.zip']))
model('Spread', new Schema({ ...base.obj, more: Number }))
model('Added', new Schema({ own: String }).add(base))
model('Removed', base.clone().remove('secret'))
