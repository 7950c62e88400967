import { model, Schema } from 'mongoose'

const STRICT = true as boolean
const MODES = { loose: 0, strict: 1 } as const
const limit = STRICT ? 10 : 20
const name = MODES.strict === 1 && 'strict'

const schema = new Schema({
  ...(STRICT && { reason: { type: String, required: true } }),
  ...(STRICT ? {} : { never: String }),
  limit: { type: Number, default: limit ?? 5 },
})

if (MODES.loose) {
  schema.add({ loose: Boolean })
} else {
  schema.index({ limit: 1 })
}

export default model('Rule', schema, `rule_${name || 'none'}`)
