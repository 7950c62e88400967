const mongoose = require('mongoose')
const { Schema } = mongoose

const plain = new Schema({ name: String }, { _id: false })

mongoose.model('Identified', new Schema({
  _id: Number,
  none: [plain],
  inline: { type: { a: String }, _id: false },
  list: [{ a: String, _id: false }],
  typed: { type: new Schema({ a: String }), _id: false },
  nested: { _id: String, b: Number },
  id: String,
}, { versionKey: 'revision' }))

mongoose.model('Unversioned', Schema({ list: [{ a: String }] }, { _id: true, versionKey: false }))
