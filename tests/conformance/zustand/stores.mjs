// The keys of the objects that stores of Zustand hold, and the names under which they are kept.
//
// Reads jobs from standard input, `[{ id, files }]`; `store.ts` is run. Writes `{ id: { stores: { name: { fields,
// actions, key } } } }`, or `{ id: { error } }`.
import { run } from '../express/files.mjs'

const keys = (state, isWanted) => Object.keys(state).filter((name) => isWanted(typeof state[name])).sort()

const described = (store) => ({
  fields: keys(store.getState(), (type) => type !== 'function'),
  actions: keys(store.getState(), (type) => type === 'function'),
  key: store.persist?.getOptions().name ?? null,
})

globalThis.window = globalThis
globalThis.localStorage = { getItem: () => null, setItem() {}, removeItem() {} }

const answers = {}
for (const { id, files } of JSON.parse(await new Response(process.stdin).text())) {
  try {
    const exported = Object.entries(run(files, 'store.ts'))
    const stores = exported.filter(([, value]) => typeof value?.getState === 'function')
    answers[id] = { stores: Object.fromEntries(stores.map(([name, store]) => [name, described(store)])) }
  } catch (error) {
    answers[id] = { error: error.stack }
  }
}
process.stdout.write(JSON.stringify(answers))
process.exitCode = 0
