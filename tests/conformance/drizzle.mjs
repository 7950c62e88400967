// Prints what drizzle-kit and drizzle-orm themselves say of schemas, in the form of `datamodel-check facts`.
//
//   stdin:  [{"id": "…", "root": "/…", "files": ["/…/schema.ts"], "dialect": "postgresql", "casing": null}, …]
//           or, instead of files, dialect and casing: "config": "/…/drizzle.config.ts"
//           with "overlay": {"/…/schema.ts": "…"} for files whose text is another than on disk
//           with "previous": "/…/0001_snapshot.json" for what the next migration would hold: "pending", statements
//   stdout: {"…": {"dialect": …, "enums": …, "tables": …, "views": …, "sequences": …, "relations": …}, …}
//
// The schema is run (it is ours). Tables, columns, keys, indexes and so on come from the snapshot that drizzle-kit
// would write for it. From drizzle-orm comes only what a snapshot does not hold: names in code, client defaults, relations.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import { load, configured } from './load.mjs'

const require = createRequire(import.meta.url)
const kit = require('drizzle-kit/api')
const orm = require('drizzle-orm')
const { CasingCache } = require('drizzle-orm/casing')
const pg = require('drizzle-orm/pg-core')
const mysql = require('drizzle-orm/mysql-core')
const singlestore = require('drizzle-orm/singlestore-core')
const sqlite = require('drizzle-orm/sqlite-core')

const DIALECTS = {
  postgresql: {
    core: pg,
    writer: pg.PgDialect,
    snapshot: (exports, casing) => kit.generateDrizzleJson(exports, undefined, undefined, casing),
    migration: kit.generateMigration,
  },
  mysql: {
    core: mysql,
    writer: mysql.MySqlDialect,
    snapshot: (exports, casing) => kit.generateMySQLDrizzleJson(exports, undefined, casing),
    migration: kit.generateMySQLMigration,
  },
  singlestore: {
    core: singlestore,
    writer: singlestore.SingleStoreDialect,
    snapshot: (exports, casing) => kit.generateSingleStoreDrizzleJson(exports, undefined, casing),
  },
  sqlite: {
    core: sqlite,
    writer: sqlite.SQLiteSyncDialect,
    snapshot: (exports, casing) => kit.generateSQLiteDrizzleJson(exports, undefined, casing),
    migration: kit.generateSQLiteMigration,
  },
}
DIALECTS.turso = DIALECTS.sqlite

// --- converting ------------------------------------------------------------------------------------------------------

/** Types in lower case, but for the values of MySQL's enums. */
const lowered = (type) =>
  type
    .split("'")
    .map((part, number) => (number % 2 ? part : part.toLowerCase()))
    .join("'")

const qualified = (schema, name) => (schema && schema !== 'public' ? `${schema}.${name}` : name)
const text = (value) => (value === undefined || value === null ? null : String(value))
const map = (object, convert) => Object.fromEntries(Object.values(object ?? {}).map(convert))
const sorted = (object) => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)))
const given = (object) => Object.entries(object ?? {}).filter(([, value]) => value !== undefined && value !== false)
const options = (object) => sorted(Object.fromEntries(given(object).map(([name, value]) => [name, String(value)])))
const byName = (list) => list.sort((a, b) => (a.name < b.name ? -1 : 1))

class Converter {
  constructor(dialect, exports, casing, snapshot) {
    this.dialect = dialect
    this.core = DIALECTS[dialect].core
    this.exports = exports
    this.snapshot = snapshot
    this.casing = new CasingCache(casing)
    this.writer = new DIALECTS[dialect].writer({ casing })
  }

  facts() {
    return {
      dialect: this.dialect === 'turso' ? 'sqlite' : this.dialect,
      enums: map(this.snapshot.enums, (it) => [qualified(it.schema, it.name), it.values]),
      tables: map(this.snapshot.tables, (it) => [qualified(it.schema, it.name), this.table(it)]),
      views: map(this.snapshot.views, (it) => [qualified(it.schema, it.name), this.view(it)]),
      sequences: Object.fromEntries(Object.values(this.exports).filter(pg.isPgSequence).map(sequence)),
      relations: this.relations(),
    }
  }

  /** The drizzle-orm object of a table of the snapshot, and the name under which it is exported. */
  object({ schema, name }) {
    const isIt = (value) => {
      if (!orm.is(value, orm.Table)) return false
      const config = this.core.getTableConfig(value)
      return config.name === name && (config.schema ?? '') === (schema ?? '')
    }
    return Object.entries(this.exports).find(([, value]) => isIt(value))
  }

  columnName(column) {
    return this.casing.getColumnCasing(column)
  }

  table(it) {
    const [codeName, object] = this.object(it)
    const members = Object.entries(orm.getTableColumns(object))
    const columns = new Map(members.map(([key, c]) => [this.columnName(c), [key, c]]))
    const keys = Object.values(it.compositePrimaryKeys ?? {})
    const primaryKey = keys[0]?.columns ?? Object.values(it.columns).flatMap((c) => (c.primaryKey ? [c.name] : []))
    const foreignKeys = Object.values(it.foreignKeys ?? {}).map((fk) => this.foreignKey(fk))
    const declared = this.core.getTableConfig(object)
    const uniques = this.uniques(it)
    const indexes = this.indexes(it, declared.indexes)
    const checks = Object.values(it.checkConstraints ?? it.checkConstraint ?? {})
    const context = {
      primaryKey,
      foreignKeys,
      isUnique: (name) => uniques.some((unique) => String(unique.columns) === name) || indexes.some(onlyOn(name)),
    }
    return {
      schema: it.schema && it.schema !== 'public' ? it.schema : null,
      name: it.name,
      code_name: codeName,
      columns: map(it.columns, (c) => [c.name, this.column(c, columns.get(c.name), context)]),
      primary_key: primaryKey,
      primary_key_name: keys[0]?.name ?? null,
      uniques: byName(uniques),
      indexes: byName(indexes),
      foreign_keys: byName(foreignKeys),
      checks: byName(checks.map((check) => this.check(check, declared))),
      policies: byName(Object.values(it.policies ?? {}).map(policy)),
      row_level_security: it.isRLSEnabled ?? false,
    }
  }

  column(it, [codeName, column], { primaryKey, foreignKeys, isUnique }) {
    const isKey = primaryKey.includes(it.name)
    const counts = !!it.autoincrement && this.core !== sqlite
    const target = foreignKeys.find((fk) => fk.columns.length === 1 && fk.columns[0] === it.name)
    return {
      code_name: codeName,
      type: lowered(it.type),
      // A key column holds no null, declared or not; SQLite alone allows it.
      nullable: !it.notNull && !(isKey && this.core !== sqlite),
      primary_key: isKey,
      unique: isUnique(it.name),
      has_default: it.default !== undefined || !!it.generated || !!it.identity || counts,
      default: text(it.default),
      client_default: column.defaultFn !== undefined || (column.onUpdateFn !== undefined && it.default === undefined),
      autoincrement: it.autoincrement ?? false,
      generated: it.generated ? { expression: it.generated.as, stored: it.generated.type === 'stored' } : null,
      identity: it.identity ? identity(column.generatedIdentity) : null,
      enum: enumOf(column),
      allowed_values: enumOf(column) || /^enum\(/.test(it.type) ? [] : (column.enumValues ?? []),
      references: target ? { table: target.table, column: target.ref_columns[0] } : null,
      on_update: it.onUpdate ? 'current_timestamp' : null,
    }
  }

  /** SQLite's unique constraints stand among the indexes of a snapshot: drizzle-kit makes them as unique indexes. */
  uniques(it) {
    return Object.entries(it.uniqueConstraints ?? {}).map(([name, { columns, nullsNotDistinct }]) => ({
      name,
      columns,
      nulls_not_distinct: nullsNotDistinct ?? false,
    }))
  }

  indexes(it, declared) {
    const expressions = this.snapshot.internal?.indexes ?? {}
    return Object.entries(it.indexes ?? {}).map(([name, index]) => {
      const isExpression = (column) => expressions[name]?.columns?.[column]?.isExpression
      const parts = index.columns.map((column) =>
        typeof column === 'string' ? { text: column, expression: isExpression(column) } : indexPart(column),
      )
      return this.index(name, index, parts, declared)
    })
  }

  index(name, index, parts, declared) {
    return {
      name,
      columns: parts.map((part) => part.text),
      expression: parts.some((part) => part.expression),
      parts,
      unique: index.isUnique,
      // `btree` is what every index is unless it says otherwise.
      method: [index.method ?? index.using ?? 'btree'].find((method) => method !== 'btree') ?? null,
      where: index.where ?? null,
      options: options({
        algorithm: index.algorithm,
        concurrently: index.concurrently,
        lock: index.lock,
        ...Object.fromEntries(Object.entries(index.with ?? {}).map(([key, value]) => [`with.${key}`, value])),
      }),
      parameters: this.parametersOfIndex(declared, name),
    }
  }

  /** The values that a snapshot leaves out, for `$1` in its texts. */
  parameters(...expressions) {
    const sql = expressions.filter((expression) => orm.is(expression, orm.SQL))
    return sql.flatMap((expression) => this.writer.sqlToQuery(expression).params.map(String))
  }

  parametersOfIndex(declared, name) {
    const { columns, where } = declared.find((index) => index.config.name === name)?.config ?? { columns: [] }
    return this.parameters(...columns, where)
  }

  check({ name, value }, declared) {
    const parameters = this.parameters(declared.checks.find((check) => check.name === name).value)
    return { name, expression: value, parameters }
  }

  foreignKey(it) {
    return {
      name: it.name,
      columns: it.columnsFrom,
      table: qualified(it.schemaTo, it.tableTo),
      ref_columns: it.columnsTo,
      on_delete: it.onDelete ?? 'no action',
      on_update: it.onUpdate ?? 'no action',
      enforced: true,
    }
  }

  view(it) {
    const [codeName, fields] = this.fieldsOfView(it)
    return {
      schema: it.schema && it.schema !== 'public' ? it.schema : null,
      name: it.name,
      code_name: codeName,
      columns: map(it.columns, (c) => [
        c.name,
        {
          code_name: fields.get(c.name),
          type: lowered(c.type),
          nullable: !c.notNull,
          has_default: c.default !== undefined,
          default: text(c.default),
        },
      ]),
      definition: it.definition ?? null,
      materialized: it.materialized ?? false,
    }
  }

  /** The name under which a view is exported, and its columns' names in code by their own. */
  fieldsOfView({ schema, name }) {
    for (const [codeName, view] of Object.entries(this.exports)) {
      if (!orm.is(view, orm.View)) continue
      const materialized = orm.is(view, pg.PgMaterializedView)
      const config = materialized ? pg.getMaterializedViewConfig(view) : this.core.getViewConfig(view)
      if (config.name !== name || (schema && (config.schema ?? 'public') !== schema)) continue
      const columns = Object.entries(config.selectedFields).filter(([, field]) => orm.is(field, orm.Column))
      return [codeName, new Map(columns.map(([key, column]) => [column.name, key]))]
    }
  }

  /** As `db.query` would know them. */
  relations() {
    const { tables } = orm.extractTablesRelationalConfig(this.exports, orm.createTableRelationsHelpers)
    const key = (table) => qualified(this.core.getTableConfig(table).schema, orm.getTableName(table))
    return Object.values(tables).flatMap((table) =>
      Object.entries(table.relations).map(([name, relation]) => ({
        from: key(relation.sourceTable),
        name,
        kind: orm.is(relation, orm.One) ? 'one' : 'many',
        to: key(relation.referencedTable),
        columns: (relation.config?.fields ?? []).map((c) => this.columnName(c)),
        ref_columns: (relation.config?.references ?? []).map((c) => this.columnName(c)),
        relation_name: relation.relationName ?? null,
      })),
    )
  }
}

/** A snapshot has it too (`typeSchema`), but not for enums that are made of an object. */
function enumOf(column) {
  if (column.baseColumn) return enumOf(column.baseColumn)
  return column.enum ? qualified(column.enum.schema, column.enum.enumName) : null
}

function sequence({ schema, seqName, seqOptions }) {
  return [qualified(schema, seqName), { schema: schema ?? null, name: seqName, options: options(seqOptions) }]
}

function identity({ type, sequenceName, sequenceOptions }) {
  const { name, ...rest } = sequenceOptions ?? {}
  return { always: type === 'always', options: options({ name: sequenceName, ...rest }) }
}

/** Without what is usual: ascending with nulls last. */
function indexPart({ expression, isExpression, asc, nulls, opclass }) {
  return {
    text: expression,
    expression: isExpression,
    order: asc ? null : 'desc',
    nulls: asc && nulls === 'last' ? null : nulls,
    operator_class: opclass ?? null,
  }
}

/** Whether an index makes one column unique, in every row. */
const onlyOn = (name) => (index) =>
  index.unique &&
  index.where === null &&
  index.parts.length === 1 &&
  index.parts[0].text === name &&
  !index.parts[0].expression &&
  !index.parts[0].operator_class

function policy(it) {
  return {
    name: it.name,
    permissive: it.as === 'PERMISSIVE',
    command: it.for.toLowerCase(),
    roles: it.to,
    using: it.using ?? null,
    with_check: it.withCheck ?? null,
  }
}

// --- running ---------------------------------------------------------------------------------------------------------

const pending = async ({ previous }, dialect, snapshot) =>
  DIALECTS[dialect].migration(JSON.parse(readFileSync(previous, 'utf8')), snapshot)

async function facts(job) {
  const { files, dialect, casing } = job.config ? await configured(job) : job
  const exports = await load(job, files)
  const snapshot = await DIALECTS[dialect].snapshot(exports, casing ?? undefined)
  const found = new Converter(dialect, exports, casing ?? undefined, snapshot).facts()
  return job.previous ? { ...found, pending: await pending(job, dialect, snapshot) } : found
}

console.log = console.error // drizzle-kit talks on stdout,
process.exit = () => {
  throw new Error('drizzle-kit refuses it') // and ends the process where it meets a mistake
}
const result = {}
for (const { id, ...job } of JSON.parse(Buffer.concat(await process.stdin.toArray()).toString())) {
  result[id] = await facts(job).catch((error) => ({ error: String(error.message ?? error) }))
}
process.stdout.write(`${JSON.stringify(result, null, 1)}\n`)
