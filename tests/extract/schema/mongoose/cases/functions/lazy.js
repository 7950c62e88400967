const mongoose = require('mongoose')

const schema = new mongoose.Schema({ name: String })

exports.getModel = function (connection) {
  return connection.model('Lazy', schema)
}

let Guarded
try {
  Guarded = mongoose.model('Guarded')
} catch {
  Guarded = mongoose.model('Guarded', new mongoose.Schema({ at: Date }))
}
exports.Guarded = Guarded
