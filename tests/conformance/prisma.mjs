// Prints what Prisma itself says of schemas: the SQL that it would make an empty database with, and its own model.
//
//   stdin:  [{"id": "…", "version": 7, "files": [["schema.prisma", "model A { … }"], …]}, …]
//   stdout: {"…": {"sql": "CREATE TABLE …", "model": {…}} | {"error": "…"}, …}
//
// The schema engine gets an adapter that stands for a server without any tables. It serves no MongoDB.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)

const PACKAGES = {
  6: { schema: 'prisma-schema-wasm-6', engine: 'schema-engine-wasm-6' },
  7: { schema: '@prisma/prisma-schema-wasm', engine: '@prisma/schema-engine-wasm' },
}

const SERVERS = {
  postgresql: { provider: 'postgres', adapter: '@prisma/adapter-pg', schema: 'public', version: 'PostgreSQL 16.0' },
  cockroachdb: { provider: 'postgres', adapter: '@prisma/adapter-pg', schema: 'public', version: 'CockroachDB CCL v23.1.0' },
  sqlite: { provider: 'sqlite', adapter: '@prisma/adapter-better-sqlite3', version: '3.45.0' },
}

globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => console.error(message) }

const engines = new Map()

async function engineOf(version) {
  if (!engines.has(version)) {
    const name = PACKAGES[version].engine
    const folder = join(dirname(require.resolve(`${PACKAGES[6].schema}/package.json`)), '..', name)
    const glue = await import(join(folder, 'schema_engine_bg.js'))
    const module = new WebAssembly.Module(readFileSync(join(folder, 'schema_engine_bg.wasm')))
    const instance = new WebAssembly.Instance(module, { './schema_engine_bg.js': glue })
    glue.__wbg_set_wasm(instance.exports)
    instance.exports.__wbindgen_start()
    engines.set(version, glue.SchemaEngine)
  }
  return engines.get(version)
}

const ok = (value) => ({ ok: true, value })

function factory(server) {
  const text = 7 // ColumnType of @prisma/driver-adapter-utils
  const answer = { columnNames: ['version'], columnTypes: [text], rows: [[server.version]] }
  const common = { provider: server.provider, adapterName: server.adapter, errorRegistry: { consumeError: () => undefined } }
  const connection = {
    ...common,
    queryRaw: async () => ok(answer),
    executeRaw: async () => ok(0),
    executeScript: async () => ok(undefined),
    dispose: async () => ok(undefined),
    getConnectionInfo: () => ok({ schemaName: server.schema, maxBindValues: 32767, supportsRelationJoins: true }),
  }
  return { ...common, connect: async () => ok(connection), connectToShadowDb: async () => ok(connection) }
}

async function sql(job, provider) {
  const server = SERVERS[provider]
  if (!server) return null
  const SchemaEngine = await engineOf(job.version)
  const engine = await SchemaEngine.new({ datamodels: job.files }, () => {}, factory(server))
  const { stdout } = await engine.diff({
    from: { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files: job.files.map(([path, content]) => ({ path, content })) },
    script: true,
    shadowDatabaseUrl: null,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  return stdout
}

async function answer(job) {
  const schema = require(PACKAGES[job.version].schema)
  const question = { prismaSchema: job.files, noColor: true }
  const config = JSON.parse(schema.get_config(JSON.stringify({ ...question, datasourceOverrides: {}, ignoreEnvVarErrors: true, env: {} })))
  const [source] = (config.config ?? config).datasources
  const model = JSON.parse(schema.get_dmmf(JSON.stringify(question))).datamodel
  return { provider: source.activeProvider, sql: await sql(job, source.activeProvider), model }
}

const answers = {}
for (const job of JSON.parse(readFileSync(0, 'utf8'))) {
  try {
    answers[job.id] = await answer(job)
  } catch (error) {
    answers[job.id] = { error: String(error.message ?? error) }
  }
}
process.stdout.write(JSON.stringify(answers))
