// The routes of Express's own router stack, and what it runs for requests.
//
// Reads jobs from standard input, `[{ id, files, requests: [[method, path]] }]`; `app.ts` or `app.js` is run. Writes
// `{ id: { routes: [[method, path, source of a regular expression behind it]], requests: [[name of a function that ran, …]] } }`.
import fs from 'node:fs'
import http from 'node:http'
import { createRequire } from 'node:module'
import net from 'node:net'

import { run } from './files.mjs'

const require = createRequire(import.meta.url)
const express = require('express')
const Layer = require('router/lib/layer')

let applications = []
let ran = []

const { init, use } = express.application
express.application.init = function () {
  applications.push(this)
  return init.call(this)
}
express.application.use = function (...given) {
  const known = new Set(this.router.stack)
  const result = use.apply(this, given)
  const mounted = given.flat(Infinity).filter((one) => one?.handle && one.set)
  for (const layer of this.router.stack.filter((one) => !known.has(one) && one.name === 'mounted_app')) {
    layer.mounted = mounted.shift()
  }
  return result
}

const { handleRequest } = Layer.prototype
Layer.prototype.handleRequest = function (request, response, next) {
  ran.push(this.route ? `#${this.route.path}` : this.name)
  return handleRequest.call(this, request, response, next)
}

const answers = {}
for (const { id, files, requests } of JSON.parse(fs.readFileSync(0, 'utf8'))) {
  applications = []
  try {
    run(files, 'app.ts' in files ? 'app.ts' : 'app.js')
    await settled()
    const roots = applications.filter((one) => !one.parent)
    const routes = roots.flatMap((root) => [...listed(root.router, '')])
    answers[id] = { routes, requests: [] }
    for (const [method, url] of requests) answers[id].requests.push(await asked(roots, method, url))
  } catch (error) {
    answers[id] = { error: String(error.stack || error) }
  }
}
process.stdout.write(JSON.stringify(answers))
process.exit(0)

function* listed(router, prefix, above = []) {
  if (above.includes(router)) return
  for (const layer of router.stack) {
    for (const path of [layer.rawPath].flat()) {
      const whole = path instanceof RegExp ? prefix : prefix + path
      if (layer.route) {
        const methods = new Set(layer.route.stack.map((one) => one.method?.toUpperCase() ?? '*'))
        if (methods.size > 30) methods.clear(), methods.add('*') // `app.all` is `route.get`, `route.post`, …
        for (const method of methods) yield [method, whole, path.source ?? null]
      } else {
        const inside = layer.mounted?.router ?? (layer.handle.stack ? layer.handle : null)
        if (inside) yield* listed(inside, whole, [...above, router])
      }
    }
  }
}

/** The names of the functions that ran for a request, up to the last one of a route. */
async function asked(roots, method, url) {
  const all = []
  for (const root of roots) {
    ran = []
    const request = new http.IncomingMessage(new net.Socket())
    Object.assign(request, { method, url, headers: { host: 'localhost' } })
    const response = new http.ServerResponse(request)
    root.handle(request, response, () => {})
    await settled()
    all.push(...ran)
  }
  return all
}

function settled() {
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
}
