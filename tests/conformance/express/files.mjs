// Runs repositories that are given as text: each file is compiled by TypeScript and run as CommonJS.
import { createRequire } from 'node:module'
import path from 'node:path'

import ts from 'typescript'

const require = createRequire(import.meta.url)

const options = {
  module: ts.ModuleKind.CommonJS,
  target: ts.ScriptTarget.ES2022,
  esModuleInterop: true,
  allowJs: true,
  experimentalDecorators: true,
  emitDecoratorMetadata: true,
  useDefineForClassFields: false,
}

/** Middleware of packages that are not installed: it does nothing. */
const pretended = () =>
  new Proxy(() => {}, {
    get: (_, name) => (name === '__esModule' ? undefined : pretended()),
    apply: () => (request, response, next) => next?.(),
  })

/** The exports of `entry`, a name among `files`; `packages` stand for packages of their names. */
export function run(files, entry, packages = {}) {
  const modules = new Map()
  const load = (name) => {
    if (!modules.has(name)) {
      const module = { exports: {} }
      modules.set(name, module)
      const { outputText } = ts.transpileModule(files[name], { fileName: name, compilerOptions: options })
      new Function('module', 'exports', 'require', outputText)(module, module.exports, (specifier) => {
        if (!specifier.startsWith('.')) return packages[specifier] ?? outside(specifier)
        const found = resolve(files, path.posix.join(path.posix.dirname(name), specifier))
        if (!found) throw new Error(`${name} imports ${specifier}, which is not there`)
        return load(found)
      })
    }
    return modules.get(name).exports
  }
  return load(entry)
}

function outside(specifier) {
  try {
    return require(specifier)
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error
    return pretended()
  }
}

function resolve(files, target) {
  return [target, `${target}.ts`, `${target}.js`, `${target}/index.ts`, `${target}/index.js`].find((one) => one in files)
}
