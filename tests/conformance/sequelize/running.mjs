// Compiles modules by TypeScript, decorators with the types of what they stand at, and runs them.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import ts from 'typescript'

const require = createRequire(import.meta.url)
require('reflect-metadata')

const modules = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'node_modules')

/** Libraries are parsed once for all jobs. */
const libraries = new Map()

export function run(root, files) {
  const emitted = compile(root, files)
  const loaded = new Map()
  const load = (file) => {
    if (!loaded.has(file)) {
      const module = { exports: {} }
      loaded.set(file, module)
      const near = (specifier) => {
        if (!specifier.startsWith('.')) return require(specifier)
        const target = path.join(path.dirname(file), specifier)
        return load([target, `${target}.js`, path.join(target, 'index.js')].find((each) => emitted.has(each)) ?? target)
      }
      const code = emitted.get(file)
      new Function('module', 'exports', 'require', '__dirname', code)(module, module.exports, near, path.dirname(file))
    }
    return loaded.get(file).exports
  }
  return files.map((file) => load(path.join(root, file).replace(/\.tsx?$/, '.js')))
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
    paths: { sequelize: ['sequelize'], 'sequelize-typescript': ['sequelize-typescript'] },
    rootDir: root,
    outDir: path.join(root, '.compiled'),
  }
  const emitted = new Map()
  const program = ts.createProgram(files.map((file) => path.join(root, file)), options, remembering(ts.createCompilerHost(options)))
  program.emit(undefined, (file, text) => emitted.set(file.replace(`${options.outDir}/`, `${root}/`), text))
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
