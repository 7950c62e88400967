exports.audited = (schema) => {
  schema.add({ createdBy: { type: String, required: true } })
  schema.pre('save', function (next) { next() })
}

exports.softDelete = function (schema, { index = false, field = 'deletedAt' } = {}) {
  schema.add({ [field]: { type: Date, default: null } })
  if (index) schema.index({ [field]: 1 })
  schema.statics.remove = async function () { await this.updateMany({}, { [field]: new Date() }) }
}

exports.toJSON = (schema) => {
  schema.options.toJSON = Object.assign(schema.options.toJSON || {}, { transform(doc, ret) { delete ret.__v } })
}
