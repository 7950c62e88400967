const mongoose = require('mongoose')
mongoose.Promise = global.Promise

const db = {}
db.mongoose = mongoose
db.tutorials = require('./tutorial.model.js')(mongoose)

module.exports = db
