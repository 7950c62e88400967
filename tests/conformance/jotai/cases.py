"""Atoms of Jotai in the many ways in which they are written; `atoms.ts` exports them."""

from collections.abc import Mapping

_HEAD = """
import { atom } from 'jotai'
import {
  atomFamily, atomWithDefault, atomWithLazy, atomWithObservable, atomWithReducer, atomWithRefresh, atomWithReset,
  atomWithStorage, createJSONStorage, freezeAtom, loadable, selectAtom, splitAtom, unwrap,
} from 'jotai/utils'
"""

_SOURCES: Mapping[str, str] = {
    "states": """
        const start = { n: 0 }
        export const count = atom(0)
        export const nothing = atom<string | null>(null)
        export const empty = atom()
        export const list = atom<string[]>([])
        export const form = atom({ name: '', 'with-dash': 1, ...start })
        export const same = atom(start)
    """,
    "derived": """
        const count = atom(1)
        const read = (get) => get(count) + 1
        function triple(get) { return get(count) * 3 }
        export const double = atom((get) => get(count) * 2)
        export const next = atom(read)
        export const later = atom(async (get) => get(count))
        export const three = atom(triple)
        export const old = atom(function (get) { return get(count) })
    """,
    "writable": """
        const count = atom(1)
        const write = (get, set, by) => set(count, get(count) + by)
        export const half = atom((get) => get(count) / 2, (get, set, value) => set(count, value * 2))
        export const up = atom(null, (get, set) => set(count, get(count) + 1))
        export const by = atom(null, write)
        export const reset = atom(undefined, (get, set) => set(count, 0))
        export const loud = atom(0, (get, set, value) => set(count, value))
    """,
    "storage": """
        const PREFIX = 'app'
        export const theme = atomWithStorage('theme', 'light')
        export const panel = atomWithStorage(`${PREFIX}:panel`, { open: true, width: 240 })
        export const kept = atomWithStorage('kept', 0, createJSONStorage(() => localStorage))
    """,
    "families": """
        export const todo = atomFamily((id) => atom({ id }))
        export const byName = atomFamily(({ name }) => atomWithStorage(name, ''), (a, b) => a.name === b.name)
    """,
    "utilities": """
        const count = atom(1)
        const user = atom({ name: 'a', tags: ['x'] })
        const tags = atom((get) => get(user).tags, (get, set, tags) => set(user, { ...get(user), tags }))
        export const name = selectAtom(user, (one) => one.name)
        export const all = splitAtom(tags)
        export const later = loadable(atom(async () => 1))
        export const settled = atomWithReset({ query: '', page: 1 })
        export const fallback = atomWithDefault((get) => get(count) + 1)
        export const counter = atomWithReducer(0, (state, action) => (action === 'up' ? state + 1 : state))
        export const fresh = atomWithRefresh(async () => 1)
        export const lazy = atomWithLazy(() => ({ n: 1 }))
    """,
    "several in an object": """
        const first = atom(1)
        export const atoms = { first: atom(0), second: atom((get) => get(first)), note: 'none' }
    """,
    "functions that make atoms": """
        const toggle = (initial = false) => {
          const state = atom(initial)
          return atom((get) => get(state), (get, set) => set(state, !get(state)))
        }
        const stored = (name, initial) => atomWithStorage(`app/${name}`, initial)
        const plain = (value) => atom(value)
        export const open = toggle()
        export const shut = toggle(true)
        export const theme = stored('theme', 'light')
        export const width = stored('width', 240)
        export const a = plain({ x: 1 })
        export const b = plain((get) => get(a).x)
    """,
    "labels": """
        const own = atom(0)
        own.debugLabel = 'own'
        own.onMount = () => {}
        export const count = own
    """,
    "assertions": """
        export const user = atom(null as { name: string } | null)
        export const cart = atom({ lines: [] } satisfies { lines: string[] })
    """,
}

CASES: Mapping[str, Mapping[str, str]] = {name: {"atoms.ts": _HEAD + source} for name, source in _SOURCES.items()} | {
    "wrapper modules": {
        "lib/jotai.ts": """
            import { createStore } from 'jotai'
            export { atom } from 'jotai'
            export * as utils from 'jotai/utils'
            export const store = createStore()
        """,
        "lib/stored.ts": """
            import { utils } from './jotai'
            export const stored = (name, initial) => utils.atomWithStorage(`app/${name}`, initial)
        """,
        "atoms.ts": """
            import { atom, utils } from './lib/jotai'
            import { stored } from './lib/stored'
            export const open = atom(false)
            export const theme = stored('theme', { dark: false })
            export const width = stored('width', 240)
            export const text = utils.atomWithReset('')
        """,
    },
    "namespaces": {
        "atoms.ts": """
            import * as jotai from 'jotai'
            import * as utils from 'jotai/utils'
            export const open = jotai.atom(false)
            export const theme = utils.atomWithStorage('theme', 'light')
        """,
    },
}
