// What hooks of React Query leave in the cache of its own core, and what they ask for.
//
// Reads jobs from standard input, `[{ id, files, calls: { hook: arguments } }]`; `hooks.ts` is run, with the core in
// place of React's hooks. Writes `{ id: { hook: { keys, requests, stale } } }`, or `{ id: { error } }`.
import * as core from '@tanstack/query-core'

import { run } from '../express/files.mjs'

/** A client that notes what becomes stale. */
class Client extends core.QueryClient {
  stale = []

  note(filters) {
    this.stale.push(filters?.queryKey ?? '*')
  }
}
for (const method of ['invalidateQueries', 'refetchQueries', 'removeQueries', 'resetQueries']) {
  Client.prototype[method] = function (filters) {
    this.note(filters)
  }
}
Client.prototype.setQueryData = function (queryKey) {
  this.note({ queryKey })
}

let client = new Client()
let requests = []

globalThis.fetch = async (url, { method = 'GET' } = {}) => {
  requests.push(`${method.toUpperCase()} ${new URL(url, 'http://localhost').pathname}`)
  return { ok: true, json: async () => ({ id: 'sent' }), text: async () => '' }
}

const pending = []

function useQuery(options) {
  const built = client.getQueryCache().build(client, client.defaultQueryOptions(options))
  if (options.queryFn) pending.push(() => built.fetch())
  return {}
}

function useMutation(options) {
  const built = client.getMutationCache().build(client, client.defaultMutationOptions(options))
  pending.push(() => built.execute({ id: 'given' }))
  return {}
}

const given = (options) => options

const hooks = {
  ...core,
  QueryClient: Client,
  infiniteQueryOptions: given,
  mutationOptions: given,
  queryOptions: given,
  useInfiniteQuery: useQuery,
  useMutation,
  useQueries: ({ queries }) => queries.map(useQuery),
  useQuery,
  useQueryClient: () => client,
  useSuspenseQuery: useQuery,
}

async function called(hook, values) {
  client = new Client()
  requests = []
  pending.length = 0
  hook(...values)
  for (const fetch of pending) await fetch()
  const keys = client.getQueryCache().getAll().map((query) => query.queryKey)
  return { keys, requests, stale: client.stale }
}

const answers = {}
for (const { id, files, calls } of JSON.parse(await new Response(process.stdin).text())) {
  try {
    const exported = run(files, 'hooks.ts', { '@tanstack/react-query': hooks })
    answers[id] = {}
    for (const [name, values] of Object.entries(calls)) answers[id][name] = await called(exported[name], values)
  } catch (error) {
    answers[id] = { error: error.stack }
  }
}
process.stdout.write(JSON.stringify(answers))
process.exitCode = 0
