// What MobX observes in stores: the kind of each member, as MobX itself tells it.
//
// Reads jobs from standard input, `[{ id, files }]`; `store.ts` is run, and its classes are made without arguments.
// Writes `{ id: { name: { fields, computed, actions } } }`, or `{ id: { error } }`.
import { createRequire } from 'node:module'

import { run } from '../express/files.mjs'

const mobx = createRequire(import.meta.url)('mobx')

/** The names of an object and of all that it inherits from. */
function names(value) {
  const found = new Set()
  for (let one = value; one && one !== Object.prototype; one = Object.getPrototypeOf(one))
    for (const name of Object.getOwnPropertyNames(one)) found.add(name)
  found.delete('constructor')
  return [...found].sort()
}

/** Functions that a store holds itself are observed too, and actions all the same. */
function kind(store, name) {
  if (mobx.isComputedProp(store, name)) return 'computed'
  const value = store[name]
  if (mobx.isAction(value) || mobx.isFlow(value)) return 'actions'
  return mobx.isObservableProp(store, name) ? 'fields' : null
}

function described(store) {
  const told = { fields: [], computed: [], actions: [] }
  for (const name of names(store)) told[kind(store, name)]?.push(name)
  return told
}

const isClass = (value) => typeof value === 'function' && /^class\b/.test(Function.prototype.toString.call(value))

const answers = {}
for (const { id, files } of JSON.parse(await new Response(process.stdin).text())) {
  try {
    const exported = Object.entries(run(files, 'store.ts'))
    answers[id] = Object.fromEntries(
      exported.map(([name, value]) => [name, described(isClass(value) ? new value() : value)]),
    )
  } catch (error) {
    answers[id] = { error: error.stack }
  }
}
process.stdout.write(JSON.stringify(answers))
