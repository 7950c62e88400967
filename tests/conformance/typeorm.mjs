// What TypeORM itself makes of entities, without a database: `DataSource.buildMetadatas()`, and the SQL of its columns.
//
// Reads jobs from standard input, `[{ id, root, files }]`: the files are compiled by TypeScript (with the options of
// `root`'s tsconfig.json), and one of them exports a data source. Writes `{ id: facts }`.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import ts from 'typescript'

const require = createRequire(import.meta.url)
const modules = path.join(path.dirname(fileURLToPath(import.meta.url)), 'node_modules')

require('reflect-metadata')
const typeorm = require('typeorm')
const { PlatformTools } = require('typeorm/platform/PlatformTools')
const { snakeCase } = require('typeorm/util/StringUtils')

// The drivers' own packages are not installed: nothing is connected.
const pretended = new Proxy(Object.assign(function () {}, { installed: true }), {
  get: (target, name) => (name === 'then' || name === 'prototype' ? target[name] : pretended),
  apply: () => pretended,
  construct: () => pretended,
})
PlatformTools.load = () => pretended

const strategies = {
  SnakeNamingStrategy: class extends typeorm.DefaultNamingStrategy {
    tableName = (className, customName) => customName || snakeCase(className)
    columnName = (name, customName, prefixes) => snakeCase(prefixes.concat('').join('_')) + (customName || snakeCase(name))
    relationName = (name) => snakeCase(name)
    joinColumnName = (relation, referenced) => snakeCase(`${relation}_${referenced}`)
    joinTableName = (first, second, property) => snakeCase(`${first}_${property.replace(/\./gi, '_')}_${second}`)
    joinTableColumnName = (table, property, column) => snakeCase(`${table}_${column || property}`)
  },
}

const nest = {
  applyDecorators:
    (...decorators) =>
    (...target) =>
      decorators.forEach((each) => each(...target)),
}

/** Libraries are parsed once for all jobs. */
const libraries = new Map()

const jobs = JSON.parse(fs.readFileSync(0, 'utf8'))
const answers = {}
for (const job of jobs) {
  try {
    answers[job.id] = await facts(job)
  } catch (error) {
    answers[job.id] = { error: String(error.stack || error) }
  }
}
process.stdout.write(JSON.stringify(answers))

async function facts(job) {
  globalThis.typeormMetadataArgsStorage = undefined
  const exported = run(job.root, job.files).flatMap((module) => Object.values(module))
  const dataSource = exported.find((value) => value instanceof typeorm.DataSource)
  await dataSource.buildMetadatas()
  const { driver } = dataSource
  const tables = dataSource.entityMetadatas.filter((each) => each.tableType !== 'entity-child' && each.tableType !== 'view')
  const views = dataSource.entityMetadatas.filter((each) => each.tableType === 'view')
  const made = { dialect: driver.options.type, enums: {}, tables: {}, views: {}, relations: [] }
  for (const metadata of tables.filter((each) => each.synchronize)) {
    made.tables[key(driver, metadata)] = table(dataSource, metadata, made.enums)
    for (const relation of metadata.relations) made.relations.push(relationFacts(driver, metadata, relation))
  }
  for (const metadata of views) {
    const columns = Object.fromEntries(metadata.columns.map((each) => [each.databaseName, { code_name: each.propertyPath }]))
    made.views[key(driver, metadata)] = { columns, definition: String(metadata.expression) }
  }
  return made
}

// --- tables ----------------------------------------------------------------------------------------------------------

function key(driver, metadata) {
  if (['mysql', 'mariadb'].includes(driver.options.type)) return [metadata.database, metadata.tableName].filter(Boolean).join('.')
  const usual = { postgres: 'public', cockroachdb: 'public', mssql: 'dbo' }[driver.options.type]
  const schema = usual && metadata.schema !== usual ? metadata.schema : undefined
  return [schema, metadata.tableName].filter(Boolean).join('.')
}

function table(dataSource, metadata, enums) {
  const { driver } = dataSource
  const schema = typeorm.Table.create(metadata, driver)
  const runner = driver.createQueryRunner('master')
  const columns = []
  for (const column of schema.columns) {
    const code = metadata.columns.find((each) => each.databaseName === column.name)
    columns.push([column.name, { code_name: code.propertyPath, ...columnFacts(driver, runner, schema, column) }])
    if (column.enum && (column.type === 'enum' || column.type === 'simple-enum') && runner.buildEnumName) {
      enums[runner.buildEnumName(schema, column).replaceAll('"', '').replace(/^public\./, '')] = column.enum
    }
  }
  const primary = schema.columns.filter((each) => each.isPrimary)
  const named = primary[0]?.primaryKeyConstraintName
  const strategy = dataSource.namingStrategy
  return {
    columns,
    primary_key: primary.map((each) => each.name),
    primary_key_name: named ?? null,
    usual_primary_key_name: primary.length ? strategy.primaryKeyName(schema, primary.map((each) => each.name)) : null,
    uniques: schema.uniques.map((each) => ({ name: each.name, columns: each.columnNames })),
    indexes: schema.indices.map((each) => ({
      name: each.name,
      columns: each.columnNames,
      unique: each.isUnique,
      where: each.where || null,
      method: each.isSpatial ? 'spatial' : each.isFulltext ? 'fulltext' : null,
    })),
    foreign_keys: metadata.foreignKeys.map((each) => ({
      name: each.name,
      columns: each.columnNames,
      table: key(driver, each.referencedEntityMetadata),
      ref_columns: each.referencedColumnNames,
      on_delete: each.onDelete.toLowerCase(),
      on_update: each.onUpdate.toLowerCase(),
    })),
    checks: schema.checks.map((each) => ({ name: each.name, expression: each.expression })),
    exclusions: schema.exclusions.map((each) => ({ name: each.name, expression: each.expression })),
    comment: schema.comment,
  }
}

/** What the SQL says that TypeORM would create the column with. */
function columnFacts(driver, runner, schema, column) {
  const sql = columnSql(driver, runner, schema, column).replace(/^(["`]).*?\1 /, '')
  const [type, rest] = split(sql)
  return {
    type: type.trim().toLowerCase(),
    nullable: column.isNullable && !column.isPrimary,
    default: rest.match(/(?<! BY) DEFAULT (.*?)(?: NOT NULL| ON UPDATE .*)?$/s)?.[1] ?? null,
    on_update: rest.match(/ ON UPDATE (.*)$/)?.[1] ?? null,
    generated: column.asExpression ? { expression: column.asExpression, stored: column.generatedType === 'STORED' } : null,
    identity: rest.match(/ GENERATED (ALWAYS|BY DEFAULT) AS IDENTITY/)?.[1] ?? null,
    autoincrement: / AUTO_?INCREMENT| IDENTITY\(/.test(rest) || /nextval/.test(rest),
    enum: column.enum ?? null,
    comment: column.comment ?? null,
  }
}

function columnSql(driver, runner, schema, column) {
  switch (driver.options.type) {
    case 'postgres':
    case 'cockroachdb':
      return runner.buildCreateColumnSql(schema, column)
    case 'mssql':
      return runner.buildCreateColumnSql(schema, column, false, true, true)
    default:
      return runner.buildCreateColumnSql(column, true)
  }
}

/** The type, and what follows it. */
function split(sql) {
  const end = / (GENERATED|COLLATE|CHARACTER SET|NOT NULL|NULL|DEFAULT|PRIMARY KEY|AUTO_?INCREMENT|COMMENT|ON UPDATE|AS \(|CHECK\(|CONSTRAINT|IDENTITY)/
  const found = ` ${sql}`.search(end)
  return found < 0 ? [sql, ''] : [sql.slice(0, Math.max(found - 1, 0)), sql.slice(Math.max(found - 1, 0))]
}

function relationFacts(driver, metadata, relation) {
  const toOne = relation.isManyToOne || relation.isOneToOne
  const columns = toOne ? relation.joinColumns : []
  const junction = relation.junctionEntityMetadata ?? relation.inverseRelation?.junctionEntityMetadata
  return {
    from: key(driver, metadata),
    name: relation.propertyPath,
    kind: toOne ? 'one' : 'many',
    to: key(driver, relation.inverseEntityMetadata),
    columns: columns.map((each) => each.databaseName),
    ref_columns: columns.map((each) => each.referencedColumn.databaseName),
    through: junction ? key(driver, junction) : null,
  }
}

// --- running TypeScript ----------------------------------------------------------------------------------------------

function run(root, files) {
  const emitted = compile(root, files)
  const loaded = new Map()
  const load = (file) => {
    if (!loaded.has(file)) {
      const module = { exports: {} }
      loaded.set(file, module)
      const near = (specifier) => {
        if (specifier === 'typeorm-naming-strategies') return strategies
        if (specifier === '@nestjs/common') return nest
        if (!specifier.startsWith('.')) return require(specifier)
        const target = path.join(path.dirname(file), specifier)
        const found = [target, `${target}.js`, path.join(target, 'index.js')].find((each) => emitted.has(each))
        return load(found ?? target)
      }
      const code = emitted.get(file)
      new Function('module', 'exports', 'require', '__dirname', code)(module, module.exports, near, path.dirname(file))
    }
    return loaded.get(file).exports
  }
  return files.map((file) => load(file.replace(/\.tsx?$/, '.js')))
}

function compile(root, files) {
  const config = path.join(root, 'tsconfig.json')
  const read = fs.existsSync(config) ? ts.readConfigFile(config, ts.sys.readFile).config.compilerOptions : {}
  const options = {
    ...ts.convertCompilerOptionsFromJson(read, root).options,
    target: ts.ScriptTarget.ES2021,
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.Node10,
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
    esModuleInterop: true,
    allowJs: true,
    skipLibCheck: true,
    types: [],
    baseUrl: modules,
    paths: { typeorm: ['typeorm'] },
    rootDir: root,
    outDir: root,
  }
  const emitted = new Map()
  ts.createProgram(files, options, remembering(ts.createCompilerHost(options))).emit(undefined, (file, text) => emitted.set(path.normalize(file), text))
  return emitted
}

function remembering(host) {
  const parse = host.getSourceFile
  host.getSourceFile = (file, ...rest) => {
    if (!file.includes('node_modules')) return parse(file, ...rest)
    if (!libraries.has(file)) libraries.set(file, parse(file, ...rest))
    return libraries.get(file)
  }
  return host
}
