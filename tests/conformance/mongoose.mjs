// Prints what Mongoose itself says of models: `Schema.eachPath`, `Schema.indexes()`, the names of collections.
//
//   stdin:  [{"id": "…", "root": "/…", "files": ["/…/models.ts"], "overlay": {"/…/models.ts": "…"}, "after": "…"}, …]
//   stdout: {"…": {"tables": {"users": {"columns": …, "indexes": …, "references": …, "virtuals": …}}, "relations": …}}
//
// The files are run (they are ours); nothing is connected. Several models of one collection are one table.
import { createRequire } from 'node:module'

import esbuild from 'esbuild'

const require = createRequire(import.meta.url)
const mongoose = require('mongoose')

mongoose.set('autoIndex', false)
mongoose.set('autoCreate', false)
mongoose.set('bufferCommands', false)

async function run({ root, files, overlay = {}, after = '' }) {
  const bundle = await esbuild.build({
    stdin: { contents: [...files.map((file) => `require(${JSON.stringify(file)})`), after].join('\n'), resolveDir: root },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    external: ['mongoose'],
    plugins: [overlaid(overlay)],
    logLevel: 'silent',
  })
  const module = { exports: {} }
  new Function('module', 'exports', 'require', bundle.outputFiles[0].text)(module, module.exports, require)
}

/** Files as they would be after an edit. */
function overlaid(overlay) {
  return {
    name: 'overlay',
    setup(build) {
      build.onLoad({ filter: /\.[jt]s$/ }, ({ path: file }) =>
        overlay[file] === undefined ? undefined : { contents: overlay[file], loader: 'ts' },
      )
    },
  }
}

// --- paths -----------------------------------------------------------------------------------------------------------

/** Every path with its type, those of sub-documents behind it; a schema inside itself is entered once. */
function* paths(schema, prefix = '', outer = []) {
  if (outer.includes(schema)) return
  for (const [name, type] of Object.entries(schema.paths)) {
    yield [prefix + name, type]
    let inner = type
    let suffix = ''
    while (inner.$isMongooseArray) {
      suffix += '.$'
      if (inner.$isMongooseDocumentArray) break
      inner = inner.getEmbeddedSchemaType()
    }
    if (inner.schema) yield* paths(inner.schema, `${prefix}${name}${suffix}.`, [...outer, schema])
    for (const kind of Object.values(inner.schema?.discriminators ?? {})) {
      for (const [path, found] of paths(kind, `${prefix}${name}${suffix}.`, [...outer, schema])) {
        if (!inner.schema.paths[path.slice(`${prefix}${name}${suffix}.`.length)]) yield [path, found]
      }
    }
  }
}

function typeOf(type) {
  if (type.$isMongooseDocumentArray) return 'subdocument[]'
  if (type.$isMongooseArray) return `${typeOf(type.getEmbeddedSchemaType())}[]`
  if (type.$isSchemaMap) return `map<${typeOf(type.getEmbeddedSchemaType())}>`
  return type.instance === 'Embedded' ? 'subdocument' : type.instance.toLowerCase()
}

/** An empty object as the default of Mixed, which Mongoose makes a function of. */
const emptied = ({ instance, options }) =>
  instance === 'Mixed' && /return \{\};?\s*\}$/.test(String(options.default)) ? {} : undefined

const items = (type) => (type.$isMongooseArray ? type.getEmbeddedSchemaType() : undefined)

function column(name, type) {
  const given = type.options.default === undefined ? undefined : (emptied(type) ?? type.options.default)
  const required = [type.options.required].flat()[0]
  const choices = type.enumValues?.length ? type.enumValues : (type.options.enum ?? items(type)?.enumValues ?? [])
  return {
    type: typeOf(type),
    required: name.split('.').at(-1) === '_id' || (!!type.isRequired && typeof required !== 'function'),
    sometimes: typeof required === 'function',
    has_default: given !== undefined,
    default: literal(given),
    choices: listed(choices).filter((value) => value !== null && value !== undefined).map(String),
  }
}

/** The values that `enum` allows; TypeScript's enums of numbers also hold the names of their members. */
function listed(choices) {
  if (Array.isArray(choices)) return choices
  const values = choices.values ?? Object.values(choices)
  return values.some((value) => typeof value === 'number') ? values.filter((value) => typeof value === 'number') : values
}

/** A value as source text; nothing of functions. */
function literal(value) {
  if (typeof value === 'string') return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value === 'function' || value === undefined) return null
  if (value === null || typeof value !== 'object') return String(value)
  const entries = Object.entries(value).map(([key, member]) => `${/^[\w]+$/.test(key) ? key : `'${key}'`}: ${literal(member)}`)
  return entries.length ? `{ ${entries.join(', ')} }` : '{}'
}

// --- models ----------------------------------------------------------------------------------------------------------

function reference(type) {
  for (const one of [type, items(type)]) {
    const ref = one?.options.ref
    if (typeof ref === 'string') return ref
    if (ref?.modelName) return ref.modelName
    if (typeof ref === 'function' && ref.prototype === undefined) {
      const found = ref()
      if (found) return found.modelName ?? found
    }
  }
}

/** What holds of a path that several models have. */
function merged(known, found) {
  if (!known) return found
  return {
    ...known,
    type: known.type === found.type ? known.type : `${known.type} | ${found.type}`,
    required: known.required && found.required,
  }
}

const collectionOf = (name) => mongoose.models[name]?.collection.collectionName ?? mongoose.pluralize()(name)

const LEFT_OUT = new Set(['background', 'name', 'partialFilterExpression', 'unique', '_autoIndex'])

/** As it is created: one of a discriminator is only for its kind (mongoose/lib/model.js, `_ensureIndexes`). */
function index([keys, options], schema) {
  const { key, value } = schema.discriminatorMapping ?? {}
  if (value && !('sparse' in options)) {
    options = { ...options, partialFilterExpression: { ...options.partialFilterExpression, [key]: value } }
  }
  return {
    name: options.name ?? null,
    keys: Object.entries(keys).map(([path, order]) => [path, String(order)]),
    unique: !!options.unique,
    where: literal(options.partialFilterExpression),
    options: Object.fromEntries(
      Object.entries(options).filter(([name, value]) => !LEFT_OUT.has(name) && value !== false).map(([name, value]) => [name, literal(value)]),
    ),
  }
}

function add(tables, relations, model) {
  const { schema } = model
  const table = (tables[model.collection.collectionName] ??= { columns: {}, indexes: [], references: [], virtuals: [] })
  for (const [name, type] of paths(schema)) {
    if (model.baseModelName && mongoose.models[model.baseModelName].schema.path(name)) continue
    table.columns[name] = merged(table.columns[name], column(name, type))
    const target = reference(type)
    if (target) table.references.push([name, collectionOf(target)])
  }
  table.indexes.push(...schema.indexes().map((it) => index(it, schema)))
  for (const [name, { options }] of Object.entries(schema.virtuals)) {
    if (name === 'id') continue
    table.virtuals.push(name)
    if (typeof options.ref !== 'string') continue
    relations.push([model.collection.collectionName, name, options.justOne ? 'one' : 'many', collectionOf(options.ref)])
  }
}

/** What a discriminator has beside its base belongs to the same collection. */
function facts() {
  const tables = {}
  const relations = []
  const models = Object.values(mongoose.models)
  for (const model of models.filter((model) => !model.baseModelName)) add(tables, relations, model)
  for (const model of models.filter((model) => model.baseModelName)) add(tables, relations, model)
  for (const table of Object.values(tables)) {
    table.references = [...new Set(table.references.map(String))].sort()
    table.virtuals = [...new Set(table.virtuals)].sort()
    table.indexes = [...new Set(table.indexes.map((it) => JSON.stringify(it)))].map((it) => JSON.parse(it))
  }
  return { tables, relations: relations.sort() }
}

const answers = {}
for (const job of JSON.parse(await new Response(process.stdin).text())) {
  mongoose.deleteModel(/.*/)
  try {
    await run(job)
    answers[job.id] = facts()
  } catch (error) {
    answers[job.id] = { error: error.stack }
  }
}
process.stdout.write(JSON.stringify(answers))
process.exitCode = 0
