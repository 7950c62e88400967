// plain JavaScript
const { integer, text } = require('drizzle-orm/pg-core')

exports.key = (name = 'id') => integer(name).primaryKey()
exports.words = Object.fromEntries(['first', 'last'].map((name) => [name, text(`${name}_name`).notNull()]))
