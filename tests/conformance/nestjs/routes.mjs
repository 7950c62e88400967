// The routes that NestJS's router explorer registers with its HTTP adapter, and the guards that refuse a request.
//
// Reads jobs from standard input, `[{ id, files }]`; `main.ts` exports `start`, which returns an application that has
// not been initialised. Writes `{ id: { routes: [[method, path, [guard, …]]] } }`.
import fs from 'node:fs'
import { createRequire } from 'node:module'

import { run } from '../express/files.mjs'

const require = createRequire(import.meta.url)
require('reflect-metadata')
const { NestFactory } = require('@nestjs/core')
const { ExpressAdapter } = require('@nestjs/platform-express')
const { RouterExplorer } = require('@nestjs/core/router/router-explorer')
const { GuardsContextCreator } = require('@nestjs/core/guards/guards-context-creator')

/** The applications are quiet, and do not end the process. */
const create = NestFactory.create.bind(NestFactory)
NestFactory.create = (root) => create(root, new ExpressAdapter(), { logger: false, abortOnError: false })

let guards = []
const found = GuardsContextCreator.prototype.create
GuardsContextCreator.prototype.create = function (instance, callback, ...rest) {
  const result = found.call(this, instance, callback, ...rest)
  const context = { getHandler: () => callback, getClass: () => instance.constructor }
  guards = result.filter((one) => !one.canActivate(context)).map((one) => one.constructor.name)
  return result
}

let registered = []
const applied = RouterExplorer.prototype.applyCallbackToRouter
RouterExplorer.prototype.applyCallbackToRouter = function (router, definition, ...rest) {
  const known = new Set(stack(router))
  const result = applied.call(this, router, definition, ...rest)
  for (const layer of stack(router).filter((one) => !known.has(one))) {
    const methods = new Set(layer.route.stack.map((one) => one.method?.toUpperCase() ?? '*'))
    if (methods.size > 30) methods.clear(), methods.add('*')
    for (const method of methods) registered.push([method, layer.route.path, guards])
  }
  return result
}

const stack = (router) => router.getInstance().router.stack

const answers = {}
for (const { id, files } of JSON.parse(fs.readFileSync(0, 'utf8'))) {
  registered = []
  try {
    const application = await run(files, 'main.ts').start()
    await application.init()
    answers[id] = { routes: registered }
  } catch (error) {
    answers[id] = { error: String(error.stack || error) }
  }
}
process.stdout.write(JSON.stringify(answers))
process.exit(0)
