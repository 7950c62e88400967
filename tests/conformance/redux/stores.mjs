// What slices and stores of Redux hold: the keys of their state, their own actions and selectors.
//
// Reads jobs from standard input, `[{ id, files }]`; `store.ts` is run. Writes `{ id: { name: { kind, fields, actions,
// computed, key } } }`, or `{ id: { error } }`.
import { run } from '../express/files.mjs'

const names = (value) => Object.keys(value ?? {}).sort()

/** A part of the application's state; nothing of it is there before the first action. */
const slice = (reducer, more) => ({
  kind: 'slice',
  fields: names(reducer(undefined, { type: '@@INIT' })),
  actions: names(more.actions),
  computed: names(more.selectors),
  key: more.name ?? null,
})

const store = (value) => ({ kind: 'store', fields: names(value.getState()), actions: [], computed: [], key: null })

function described(value) {
  if (typeof value?.getState === 'function') return store(value)
  if (typeof value?.reducer === 'function') return slice(value.reducer, value)
  return typeof value?.getInitialState === 'function' ? slice(value, {}) : null
}

const answers = {}
for (const { id, files } of JSON.parse(await new Response(process.stdin).text())) {
  try {
    const exported = Object.entries(run(files, 'store.ts')).map(([name, value]) => [name, described(value)])
    answers[id] = Object.fromEntries(exported.filter(([, told]) => told))
  } catch (error) {
    answers[id] = { error: error.stack }
  }
}
process.stdout.write(JSON.stringify(answers))
