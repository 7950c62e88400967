import { model, Schema } from 'mongoose'

enum Size {
  Small = 'small',
  Large = 'large',
}

enum Level {
  Low,
  High,
}

model('Shirt', new Schema({
  size: { type: String, enum: Size, required: true },
  level: { type: Number, enum: Level },
  fit: { type: String, enum: { values: ['slim', 'wide'], message: '{VALUE} does not fit' } },
}))
