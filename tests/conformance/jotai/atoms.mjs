// What atoms of Jotai are: whether they hold a value, compute one, can be written, and are kept in storage.
//
// Reads jobs from standard input, `[{ id, files }]`; `atoms.ts` is run. Writes `{ id: { name: { kind, fields, key } } }`,
// or `{ id: { error } }`.
import { createRequire } from 'node:module'

import { run } from '../express/files.mjs'

const { atom, createStore } = createRequire(import.meta.url)('jotai')

const usual = atom(0)

let asked = []
globalThis.window = globalThis
globalThis.localStorage = {
  getItem: () => null,
  setItem: (key) => asked.push(key),
  removeItem: (key) => asked.push(key),
}

/** Whether an atom holds a value of its own; of some utilities it is a symbol that says that there is none. */
const holds = (one) => 'init' in one && typeof one.init !== 'symbol'

const isAtom = (value) => typeof value?.read === 'function' && typeof value.toString === 'function'

const isFamily = (value) => typeof value === 'function' && 'setShouldRemove' in value

/** The key under which an atom is kept, as writing it shows. */
function storageKey(one) {
  asked = []
  try {
    createStore().set(one, createStore().get(one))
  } catch {
    return null
  }
  return asked[0] ?? null
}

function kind(one) {
  if (!holds(one)) return one.write ? 'derived, writable' : 'derived'
  if (one.write === usual.write) return 'state'
  return one.init == null ? 'write-only' : 'state, own write'
}

const isObject = (value) => typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/** Only what an atom begins with itself: of computed values nothing is told. */
const fields = (one, isOwn) => {
  const value = isOwn ? createStore().get(one) : null
  return isObject(value) ? Object.keys(value).sort() : []
}

function described(one) {
  if (isFamily(one)) return { kind: 'family', fields: [], key: null }
  const key = one.write && !holds(one) ? storageKey(one) : null
  if (key) return { kind: 'storage', fields: fields(one, true), key }
  return { kind: kind(one), fields: fields(one, holds(one)), key }
}

function* found(exported) {
  for (const [name, value] of Object.entries(exported)) {
    if (isAtom(value) || isFamily(value)) yield [name, described(value)]
    else if (isObject(value))
      for (const [key, one] of Object.entries(value)) if (isAtom(one)) yield [`${name}.${key}`, described(one)]
  }
}

const answers = {}
for (const { id, files } of JSON.parse(await new Response(process.stdin).text())) {
  try {
    answers[id] = Object.fromEntries(found(run(files, 'atoms.ts')))
  } catch (error) {
    answers[id] = { error: error.stack }
  }
}
process.stdout.write(JSON.stringify(answers))
