// Loads TypeScript as drizzle-kit would: bundled by esbuild, run, with the libraries of this folder.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

import esbuild from 'esbuild'

const require = createRequire(import.meta.url)

/** The exports of TypeScript files, by name; a value that several files export counts once. */
export async function load({ root, overlay = {} }, files) {
  const lines = files.map((file) => `module.exports.push(require(${JSON.stringify(file)}))`)
  const bundle = await esbuild.build({
    stdin: { contents: ['module.exports = []', ...lines].join('\n'), resolveDir: root },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    external: ['drizzle-orm', 'drizzle-orm/*', 'drizzle-kit', 'postgres'],
    plugins: [workspaces(root), overlaid(overlay)],
    logLevel: 'silent',
  })
  const module = { exports: {} }
  new Function('module', 'exports', 'require', bundle.outputFiles[0].text)(module, module.exports, require)
  const named = {}
  const seen = new Set()
  for (const [name, value] of module.exports.flatMap(Object.entries)) {
    if (seen.has(value)) continue
    seen.add(value)
    named[name in named ? `${name}#${seen.size}` : name] = value
  }
  return named
}

/** What a package manager's links would do: the name of a package of the workspace leads to its source. */
function workspaces(root) {
  const parent = path.join(root, 'packages')
  const folders = fs.existsSync(parent) ? fs.readdirSync(parent).map((name) => path.join(parent, name)) : []
  const entries = new Map()
  for (const folder of folders) {
    const { name, exports } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
    for (const [key, target] of Object.entries(exports)) {
      entries.set(path.posix.join(name, key), path.join(folder, target))
    }
  }
  return {
    name: 'workspaces',
    setup(build) {
      build.onResolve({ filter: /.*/ }, ({ path: name }) => {
        return entries.has(name) ? { path: entries.get(name) } : undefined
      })
    },
  }
}

/** Files as they would be after an edit. */
function overlaid(overlay) {
  return {
    name: 'overlay',
    setup(build) {
      build.onResolve({ filter: /^[.~]/ }, ({ path: name, resolveDir }) => {
        const folder = name.startsWith('~/') ? path.join(resolveDir.split(`${path.sep}src`)[0], 'src') : resolveDir
        const file = `${path.resolve(folder, name.replace(/^~\//, './'))}.ts`
        return overlay[file] === undefined ? undefined : { path: file }
      })
      build.onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
        const contents = overlay[file]
        return contents === undefined ? undefined : { contents, loader: 'ts', resolveDir: path.dirname(file) }
      })
    },
  }
}

/** What a `drizzle.config` says: the files of the schema, the dialect, the casing. */
export async function configured(job) {
  const { config } = job
  const isJson = config.endsWith('.json')
  const options = isJson ? JSON.parse(fs.readFileSync(config, 'utf8')) : (await load(job, [config])).default
  const files = [options.schema].flat().flatMap((pattern) => matching(path.resolve(path.dirname(config), pattern)))
  return { files, dialect: options.dialect, casing: options.casing }
}

/** One file, or those of a folder where the last part of the path is a pattern such as `*.ts`. */
function matching(pattern) {
  const [before, after] = path.basename(pattern).split('*')
  if (after === undefined) return [pattern]
  const names = fs.readdirSync(path.dirname(pattern)).filter((name) => name.startsWith(before) && name.endsWith(after))
  return names.sort().map((name) => path.join(path.dirname(pattern), name))
}
