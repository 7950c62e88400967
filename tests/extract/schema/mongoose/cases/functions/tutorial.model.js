module.exports = (mongoose) => {
  const schema = mongoose.Schema({ title: String, published: Boolean }, { timestamps: true })
  schema.method('toJSON', function () { return this.toObject() })
  const Tutorial = mongoose.model('tutorial', schema)
  return Tutorial
}
