const mongoose = require('mongoose')
const { audited, softDelete, toJSON } = require('./plugins')

const schema = new mongoose.Schema({ title: String })

for (const plugin of [audited, toJSON]) schema.plugin(plugin)
schema.plugin(softDelete, { index: true })

module.exports = mongoose.model('Article', schema)
