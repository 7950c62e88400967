// The SQL that Sequelize's own query interface sends for migrations, without a database.
//
// Reads jobs from standard input, `[{ id, dialect, modules }]`: the modules' `up` are run in turn. Writes
// `{ id: { sql: [text] } }`; what asks the database is left out, and answered with nothing.
import fs from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const { Sequelize } = require('sequelize')
const { ConnectionManager } = require('sequelize/lib/dialects/abstract/connection-manager')

// The drivers' own packages are not installed: nothing is connected.
const pretended = new Proxy(function () {}, {
  get: (target, name) => (name === 'then' || name === 'prototype' ? target[name] : pretended),
  apply: () => pretended,
  construct: () => pretended,
})
ConnectionManager.prototype._loadDialectModule = () => pretended
ConnectionManager.prototype.refreshTypeParser = () => {}
require('sequelize/lib/dialects/postgres/connection-manager').prototype._refreshDynamicOIDs = async () => {}

const answers = {}
for (const job of JSON.parse(fs.readFileSync(0, 'utf8'))) {
  try {
    answers[job.id] = { sql: await sent(job) }
  } catch (error) {
    answers[job.id] = { error: String(error.stack || error) }
  }
}
process.stdout.write(JSON.stringify(answers))

async function sent({ dialect, modules }) {
  const sequelize = new Sequelize({ dialect, logging: false })
  const texts = []
  sequelize.query = async (query, options) => {
    const text = typeof query === 'string' ? query : query.query
    if (!/^\s*(SELECT|SHOW|PRAGMA)/i.test(text)) texts.push(text)
    return options?.plain ? null : [[], []]
  }
  sequelize.transaction = async (work) => work({})
  for (const text of modules) {
    const module = { exports: {} }
    new Function('require', 'module', text)(require, module)
    await module.exports.up(sequelize.getQueryInterface(), Sequelize)
  }
  return texts
}
