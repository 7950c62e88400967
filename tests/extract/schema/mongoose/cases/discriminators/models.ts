import { model, models, Schema } from 'mongoose'

const base = new Schema({ at: { type: Date, required: true } }, { discriminatorKey: 'kind', collection: 'events' })

const Event = model('Event', base)

export const Click = Event.discriminator('Click', new Schema({ url: { type: String, required: true, index: true } }))
export const Sale = Event.discriminator('Sale', new Schema({ amount: Number, url: String }), 'sold')

const shape = new Schema({ name: String }, { discriminatorKey: 'form', _id: false })
const drawing = new Schema({ shapes: [shape], main: shape })

drawing.path<Schema.Types.DocumentArray>('shapes').discriminator('Circle', new Schema({ radius: Number }, { _id: false }))

export const Drawing = model('Drawing', drawing)

const Thing = models.Thing ?? model('Thing', new Schema({ name: String }))

export const Box = Thing.discriminator('Box', new Schema({ size: Number }))
