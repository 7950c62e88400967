// What Sequelize itself makes of models, without a database: the SQL of the columns that `sync()` would create.
//
// Reads jobs from standard input, `[{ id, root, files }]`: the files are compiled by TypeScript (with the options of
// `root`'s tsconfig.json) and run; every `new Sequelize()` in them counts. Writes `{ id: facts }`.
import fs from 'node:fs'
import { createRequire } from 'node:module'

import { run } from './running.mjs'

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

let made = []
Sequelize.afterInit('recorded', (sequelize) => made.push(sequelize))

const answers = {}
for (const job of JSON.parse(fs.readFileSync(0, 'utf8'))) {
  try {
    answers[job.id] = facts(job)
  } catch (error) {
    answers[job.id] = { error: String(error.stack || error) }
  }
}
process.stdout.write(JSON.stringify(answers))

function facts(job) {
  made = []
  run(job.root, job.files)
  const [sequelize] = made
  const models = sequelize.modelManager.models
  return {
    dialect: sequelize.options.dialect,
    tables: models.map(table),
    relations: models.flatMap((model) => Object.values(model.associations).map((one) => relation(model, one))),
  }
}

// --- tables ----------------------------------------------------------------------------------------------------------

function key(model) {
  const table = model.getTableName()
  const usual = { postgres: 'public', mssql: 'dbo' }[model.sequelize.options.dialect]
  if (typeof table === 'string') return table
  return table.schema && table.schema !== usual ? `${table.schema}.${table.tableName}` : table.tableName
}

function table(model) {
  const generator = model.queryGenerator
  const name = model.getTableName()
  const normalized = Object.fromEntries(
    Object.entries(model.tableAttributes).map(([each, options]) => [each, model.sequelize.normalizeAttribute(options)]),
  )
  const sql = generator.attributesToSQL(normalized, { table: name, context: 'createTable' })
  const columns = Object.values(model.tableAttributes).map((each) => {
    const says = definition(generator, name, each.field, sql[each.field])
    return {
      name: each.field,
      code_name: each.fieldName,
      sql: says,
      client_default: 'defaultValue' in each && !/ DEFAULT /.test(says) && each.defaultValue != null,
      values: each.type.values ?? each.type.type?.values ?? null,
      comment: each.comment ?? null,
    }
  })
  return {
    key: key(model),
    code_name: model.name,
    columns,
    primary_key: Object.values(model.primaryKeys).map((each) => each.field),
    uniques: uniques(model),
    indexes: model._indexes.map((each) => index(generator, each)),
    comment: model.options.comment ?? null,
  }
}

/** What `createTable` makes of a column's SQL. */
function definition(generator, table, column, sql) {
  if (generator.dataTypeMapping) return generator.dataTypeMapping(table, column, sql)
  const counted = generator.dialect === 'sqlite' && /INT.* PRIMARY KEY AUTOINCREMENT/.test(sql)
  return counted ? 'INTEGER PRIMARY KEY AUTOINCREMENT' : sql
}

function index(generator, { name, fields, unique, type, using, where, operator }) {
  return {
    name,
    columns: fields.map((field) => part(generator, field, operator)),
    unique: Boolean(unique),
    method: (type || using || null)?.toLowerCase() ?? null,
    where: where ? generator.whereQuery(where).replace('WHERE ', '') : null,
  }
}

function part(generator, field, operator = null) {
  if (typeof field === 'string') return { text: field, operator }
  if (field.constructor.name !== 'Object') return { text: generator.handleSequelizeMethod(field), expression: true }
  return { text: field.attribute ?? field.name, order: field.order?.toLowerCase() ?? null, operator: field.operator ?? operator }
}

/** Those of columns alone, and those that `createTable` names. */
function uniques(model) {
  return Object.entries(model.uniqueKeys).map(([name, each]) => ({ name: each.customIndex ? name : null, columns: each.fields }))
}

function relation(model, one) {
  const own = one.associationType === 'BelongsTo'
  const single = own || one.associationType === 'HasOne'
  return {
    from: key(model),
    name: one.as,
    kind: single ? 'one' : 'many',
    to: key(one.target),
    columns: own ? [one.identifierField] : [],
    ref_columns: own ? [one.targetKeyField] : [],
    through: one.through ? key(one.through.model) : null,
  }
}
